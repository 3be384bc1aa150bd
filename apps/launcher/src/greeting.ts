import type { Endpoints } from './endpoints-file';

export interface GreetingInput {
  readonly endpoints: Endpoints;
  readonly dashboardsKind: 'grafana' | 'preview';
  /** Runs of sample data in the database that this start or an earlier one loaded; `null` where there are none. */
  readonly sampleRuns: number | null;
  readonly dataDirectory: string;
  readonly needsToken: boolean;
  /** Where the password of Grafana's administrator stands. */
  readonly grafanaPasswordFile: string;
}

/** What `npm start` says when everything is up. */
export function greeting(input: GreetingInput): string {
  const { endpoints, dashboardsKind, sampleRuns, dataDirectory, needsToken } = input;
  const kind = dashboardsKind === 'grafana' ? '(Grafana)' : '(preview; set GRAFANA_HOME to see them in Grafana)';
  const token = needsToken ? "-H 'Authorization: Bearer SECRET' " : '';
  const query = 'meta.build_name=my-job&meta.project=my-project&meta.build_branch=main';
  return [
    '',
    'Test Metrics is running.',
    '',
    `  Dashboards   ${endpoints.dashboards}   ${kind}`,
    `  Service      ${endpoints.ingest}`,
    '',
    ...(dashboardsKind === 'grafana' ? grafanaLines(input) : []),
    'Post the subunit stream of a run of your own, and see it in the Job dashboard a few seconds later:',
    '',
    `  curl -fsS ${token}--data-binary @testrepository.subunit.gz '${endpoints.ingest}/v1/runs?${query}'`,
    '',
    ...sampleLines(sampleRuns, dataDirectory),
    'Ctrl-C stops everything; the data stay.',
    '',
  ].join('\n');
}

/** What a visitor of Grafana does not find by itself: it opens on the overview, for people who may only look. */
function grafanaLines({ endpoints, grafanaPasswordFile }: GreetingInput): string[] {
  return [
    `  Start page   ${endpoints.dashboards}/a/testmetrics-ci-app`,
    `  Alerts       ${endpoints.dashboards}/alerting/list`,
    `  To edit and explore, sign in at ${endpoints.dashboards}/login as admin with the password in ${grafanaPasswordFile}`,
    '',
  ];
}

function sampleLines(sampleRuns: number | null, dataDirectory: string): string[] {
  if (sampleRuns === null) return [];
  return [
    `Sample data is loaded: ${sampleRuns} runs made of recorded test streams, each marked with the metadata sample=true.`,
    `To start without it:  TESTMETRICS_SAMPLE=off TESTMETRICS_DATA_DIR=${dataDirectory}-own npm start`,
    '',
  ];
}

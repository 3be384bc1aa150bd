/** A dashboard that the app brings. */
export interface FixedDashboard {
  readonly uid: string;
  readonly title: string;
  /** Which question it answers. */
  readonly answers: string;
}

/** Every text of the start page. */
export const START = {
  title: 'Test Metrics',
  connected: 'Is everything connected?',
  checking: 'Checking…',
  again: 'Check again',
  noDatasource: 'There is no Test Metrics datasource yet.',
  noDatasourceHelp:
    'Add one and choose in it the MySQL datasource whose database holds the test results; provisioning files do both at once.',
  addDatasource: 'Add a Test Metrics datasource',
  configure: 'Open its configuration',
  checkFailed: (reason: string) => `The check could not be made: ${reason}`,
  steps: {
    datasource: 'Datasource',
    mysql: 'MySQL',
    schema: 'Tables',
    newest: 'Last run received',
    rollup: 'Totals',
  },
  ok: 'ok',
  attention: 'look here',
  unknown: 'not checked',
  noneYet: 'none yet',
  ago: (text: string, job: string) => `${text} ago, of ${job}`,
  upToDate: 'up to date',
  waiting: (runs: number, text: string) =>
    `${runs} ${runs === 1 ? 'run waits' : 'runs wait'} to be counted, the oldest for ${text}`,
  dashboards: 'Dashboards',
  firstRun: 'Post a first run',
  firstRunHelp:
    'The ingest service takes a stream in the subunit protocol, plain or gzipped. Metadata such as the job, the branch and the project go into the address.',
  firstRunAfter: 'It answers with the run’s id. A second upload of the same stream changes nothing.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied: select the text and copy it by keys',
};

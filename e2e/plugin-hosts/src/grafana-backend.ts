import { type PreviewProcess, startPreview } from '@testmetrics/harness';

interface QueryResult {
  readonly status?: number;
  readonly error?: string;
}

/** What Grafana's server passes on of the database's words; everything else it keeps to itself. */
const SAID = /not valid SQL|no such table|Unknown column|Unknown macro/;

const KEPT_TO_ITSELF = 'query failed - please inspect Grafana server log for details';

/**
 * Answers queries to MySQL datasources as Grafana's server does. The preview does the work, one process a database, and
 * its explanations are taken away again: Grafana has none, and our datasource must do without.
 */
export class GrafanaBackend {
  readonly #previews = new Map<string, Promise<PreviewProcess>>();

  constructor(private readonly databaseUrls: ReadonlyMap<string, string>) {}

  readonly query = async (uid: string, body: string): Promise<unknown> => {
    const preview = await this.#previewOf(uid);
    const response = await fetch(`${preview.url}/api/ds/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { results = {}, ...rest } = (await response.json()) as { readonly results?: Record<string, QueryResult> };
    const masked = Object.entries(results).map(([refId, result]) => [refId, masksOf(result)]);
    return { ...rest, results: Object.fromEntries(masked) };
  };

  async stop(): Promise<void> {
    for (const preview of this.#previews.values()) await (await preview).stop();
  }

  #previewOf(uid: string): Promise<PreviewProcess> {
    const known = this.#previews.get(uid);
    if (known !== undefined) return known;
    const databaseUrl = this.databaseUrls.get(uid);
    if (databaseUrl === undefined) throw new Error(`there is no database for the datasource ${uid}`);
    const starting = startPreview({ databaseUrl });
    this.#previews.set(uid, starting);
    return starting;
  }
}

function masksOf(result: QueryResult): QueryResult {
  if (result.error === undefined || SAID.test(result.error)) return result;
  return { ...result, error: KEPT_TO_ITSELF };
}

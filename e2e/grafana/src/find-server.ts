/** The Grafana that the specs are to look at. */
export type Server =
  | { readonly kind: 'running'; readonly url: string; readonly ingestUrl: string | null }
  | { readonly kind: 'installed'; readonly home: string }
  | { readonly kind: 'none'; readonly reason: string };

/** A server that runs wins over one that would have to be started. */
export function findServer(env: Readonly<Record<string, string | undefined>>): Server {
  const url = env['GRAFANA_URL'];
  if (url) return { kind: 'running', url: url.replace(/\/$/, ''), ingestUrl: env['TESTMETRICS_URL'] || null };
  const home = env['GRAFANA_HOME'];
  if (home) return { kind: 'installed', home };
  return { kind: 'none', reason: 'a Grafana: GRAFANA_HOME or GRAFANA_URL' };
}

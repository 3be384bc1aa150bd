import { join } from 'node:path';

/** Where the launcher finds what it starts, and keeps what it writes. */
export interface Paths {
  readonly provisioning: string;
  readonly data: string;
  readonly database: string;
  readonly grafana: string;
  /** Holds the random password of Grafana's administrator. */
  readonly grafanaPassword: string;
  /** The built plugin, as it is copied into Grafana's plugin directory. */
  readonly plugin: string;
  readonly endpoints: string;
  readonly lock: string;
  readonly processes: string;
  readonly sample: string;
  app(name: 'ingest' | 'cli' | 'preview'): string;
  log(name: string): string;
}

export function pathsOf(root: string, dataDirectory: string): Paths {
  return {
    provisioning: join(root, 'provisioning'),
    data: dataDirectory,
    database: join(dataDirectory, 'mariadb'),
    grafana: join(dataDirectory, 'grafana'),
    grafanaPassword: join(dataDirectory, 'grafana/admin-password'),
    plugin: join(root, 'dist/apps/grafana-plugin'),
    endpoints: join(dataDirectory, 'endpoints.json'),
    lock: join(dataDirectory, 'lock'),
    processes: join(dataDirectory, 'processes.json'),
    sample: join(dataDirectory, 'sample.json'),
    app: (name) => join(root, 'dist/apps', name, 'main.js'),
    log: (name) => join(dataDirectory, 'logs', `${name}.log`),
  };
}

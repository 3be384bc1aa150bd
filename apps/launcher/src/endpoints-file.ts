import { rmSync } from 'node:fs';
import { writePrivateFile } from '@testmetrics/private-database';

/** Where everything can be reached; scripts read it from `.data/endpoints.json`. */
export interface Endpoints {
  readonly ingest: string;
  readonly dashboards: string;
  /** Holds a password: the file is for its owner only. */
  readonly database: string;
}

export function writeEndpoints(file: string, endpoints: Endpoints): void {
  writePrivateFile(file, `${JSON.stringify(endpoints)}\n`);
}

export function removeEndpoints(file: string): void {
  rmSync(file, { force: true });
}

/** A URL that people can click: a service that listens everywhere is reached on loopback. */
export function urlOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

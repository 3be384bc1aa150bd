import { readFileSync } from 'node:fs';
import type { Connection } from 'mysql2/promise';

export interface Timing {
  /** Milliseconds of each repetition, in their order. */
  readonly ms: number[];
  /** Of processor time on the server, which neighbours do not lengthen. */
  readonly cpuMs: number[];
  rowsRead: number;
  rowsReturned: number;
}

/** Repetitions of a slow query end here, though not before the fewest that say something. */
const ENOUGH_MS = 4_000;
const FEWEST = 5;

export function noTiming(): Timing {
  return { ms: [], cpuMs: [], rowsRead: 0, rowsReturned: 0 };
}

export function isTimedEnough({ ms }: Timing): boolean {
  return ms.length >= FEWEST && ms.reduce((sum, value) => sum + value, 0) > ENOUGH_MS;
}

/** A connection, and the server's thread that works for it. */
export interface TimedConnection {
  readonly connection: Connection;
  /** The processor time of that thread so far. */
  readonly cpuMs: () => number;
}

export async function timedConnection(connection: Connection, serverPid: number): Promise<TimedConnection> {
  const [rows] = await connection.query(
    'SELECT TID AS tid FROM information_schema.PROCESSLIST WHERE ID = CONNECTION_ID()',
  );
  const file = `/proc/${serverPid}/task/${(rows as { tid: number }[])[0]?.tid}/schedstat`;
  return { connection, cpuMs: () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 };
}

/** Asks once and counts the rows that the server reads for it; also the warm-up. */
export async function countRows(connection: Connection, sql: string, timing: Timing): Promise<void> {
  const before = await rowsRead(connection);
  const [rows] = await connection.query({ sql, rowsAsArray: true });
  // The counters' own statement reads a few rows.
  const own = await rowsRead(connection);
  const again = await rowsRead(connection);
  timing.rowsRead = own - before - (again - own);
  timing.rowsReturned = (rows as unknown[]).length;
}

async function rowsRead(connection: Connection): Promise<number> {
  const [rows] = await connection.query("SHOW SESSION STATUS LIKE 'Handler_read%'");
  return (rows as { Value: string }[]).reduce((sum, { Value }) => sum + Number(Value), 0);
}

export async function timeOnce({ connection, cpuMs }: TimedConnection, sql: string, timing: Timing): Promise<void> {
  const cpu = cpuMs();
  const started = performance.now();
  await connection.query({ sql, rowsAsArray: true });
  timing.ms.push(performance.now() - started);
  timing.cpuMs.push(cpuMs() - cpu);
}

/** The value below which a share of them lies, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

import { type DataFrame } from '@grafana/data';
import { connectionProbe, newestData, type Query, schemaVersion } from '@testmetrics/questions';
import { MYSQL_TYPE } from '../query/query';
import { rowsOf, textOf } from '../rows';
import { type Answer, type Health, type HealthFacts, type NewestData, verdict } from './verdict';

export interface HealthSource {
  readonly name: string;
  readonly mysqlUid: string;
  readonly settingsOf: (uid: string) => { readonly name: string; readonly type: string } | undefined;
  readonly ask: (query: Query) => Promise<readonly DataFrame[]>;
}

/** What was found out; the start page shows it piece by piece. */
export interface HealthReport {
  readonly facts: HealthFacts;
  readonly health: Health;
}

/** Finds out step by step; the first that fails ends it, since what comes after would fail for the same reason. */
export async function healthReport(source: HealthSource): Promise<HealthReport> {
  const facts = await gather(source);
  return { facts, health: verdict(facts) };
}

async function gather({ name, mysqlUid, settingsOf, ask }: HealthSource): Promise<HealthFacts> {
  const mysql = mysqlUid === '' ? undefined : settingsOf(mysqlUid);
  const known = { name, mysqlUid, mysql };
  if (mysql === undefined || mysql.type !== MYSQL_TYPE) return known;
  const probe = await answer(async () => {
    await ask(connectionProbe());
    return true as const;
  });
  if ('error' in probe) return { ...known, probe };
  const schema = await answer(async () => rowsOf(await ask(schemaVersion())).map((row) => textOf(row, 'name')));
  if ('error' in schema) return { ...known, probe, schema };
  const newest = await answer(async () => newestOf(await ask(newestData())));
  return { ...known, probe, schema, newest };
}

async function answer<T>(find: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await find() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function newestOf(frames: readonly DataFrame[]): NewestData | null {
  const [row] = rowsOf(frames);
  if (row === undefined) return null;
  return {
    runMs: Number(row['run_ms']),
    receivedMs: Number(row['received_ms']),
    job: textOf(row, 'job'),
    waiting: Number(row['waiting']),
    waitingSeconds: Number(row['waiting_seconds']),
  };
}

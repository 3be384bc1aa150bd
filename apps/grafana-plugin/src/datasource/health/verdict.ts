import { KNOWN_SCHEMA } from '@testmetrics/questions';
import { MYSQL_TYPE } from '../query/query';
import { TEXTS } from '../texts';

export type HealthState =
  | 'not_chosen'
  | 'unknown_uid'
  | 'not_mysql'
  | 'unreachable'
  | 'no_grants'
  | 'no_schema'
  | 'schema_too_old'
  | 'schema_newer'
  | 'no_runs'
  | 'ok';

export interface Health {
  readonly state: HealthState;
  /** Words that Grafana colors an alert by. */
  readonly status: 'success' | 'warning' | 'error';
  /** What is wrong and what to do, or what is known of the data. */
  readonly message: string;
  /** The server's own words, where there are any. */
  readonly details: string;
}

/** What was found out step by step; a step that was not reached is absent. */
export interface HealthFacts {
  /** Our datasource's name, for sentences. */
  readonly name: string;
  readonly mysqlUid: string;
  readonly mysql?: { readonly name: string; readonly type: string } | undefined;
  readonly probe?: Answer<true>;
  /** Names of the migrations in the database, the newest first. */
  readonly schema?: Answer<readonly string[]>;
  readonly newest?: Answer<NewestData | null>;
}

export type Answer<T> = { readonly value: T } | { readonly error: string };

export interface NewestData {
  readonly runMs: number;
  readonly receivedMs: number;
  readonly job: string;
  readonly waiting: number;
  readonly waitingSeconds: number;
}

/** What the facts say, in the order in which things have to be put right. */
export function verdict(facts: HealthFacts): Health {
  return connection(facts) ?? schema(facts) ?? data(facts);
}

function connection({ name, mysqlUid, mysql, probe }: HealthFacts): Health | null {
  if (mysqlUid === '') return bad('not_chosen', TEXTS.health.notChosen(name));
  if (mysql === undefined) return bad('unknown_uid', TEXTS.health.unknownUid(mysqlUid, name));
  if (mysql.type !== MYSQL_TYPE) return bad('not_mysql', TEXTS.health.notMysql(mysql.name, mysql.type));
  if (probe === undefined || 'value' in probe) return null;
  return bad('unreachable', TEXTS.health.unreachable(mysql.name), probe.error);
}

function schema({ mysql, schema: found }: HealthFacts): Health | null {
  const name = mysql?.name ?? '';
  if (found === undefined) return null;
  if ('error' in found) {
    return isNoTable(found.error)
      ? bad('no_schema', TEXTS.health.noSchema(name), found.error)
      : bad('no_grants', TEXTS.health.noGrants(name), found.error);
  }
  const [newest] = found.value;
  if (newest === undefined) return bad('no_schema', TEXTS.health.noSchema(name));
  if (!found.value.includes(KNOWN_SCHEMA))
    return bad('schema_too_old', TEXTS.health.schemaTooOld(newest, KNOWN_SCHEMA));
  return null;
}

function data({ schema: found, newest }: HealthFacts): Health {
  if (newest !== undefined && 'error' in newest) return bad('no_grants', TEXTS.health.noGrants(''), newest.error);
  const newer = newerThanKnown(found);
  if (newer !== null) return warn('schema_newer', TEXTS.health.schemaNewer(newer, KNOWN_SCHEMA));
  if (newest === undefined || newest.value === null) return warn('no_runs', TEXTS.health.noRuns);
  const { runMs, job, waiting } = newest.value;
  return { state: 'ok', status: 'success', message: TEXTS.health.ok(iso(runMs), job, waiting), details: '' };
}

/** Names begin with their day, so that they sort by age. */
function newerThanKnown(found: HealthFacts['schema']): string | null {
  if (found === undefined || 'error' in found) return null;
  const [newest = ''] = found.value;
  return newest > KNOWN_SCHEMA ? newest : null;
}

/** MySQL's error 1146; Grafana passes it on, unlike most others. */
function isNoTable(message: string): boolean {
  return /1146|doesn't exist|no such table/i.test(message);
}

function bad(state: HealthState, message: string, details = ''): Health {
  return { state, status: 'error', message, details };
}

function warn(state: HealthState, message: string): Health {
  return { state, status: 'warning', message, details: '' };
}

function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

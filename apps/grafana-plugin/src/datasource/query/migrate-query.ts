import { type SavedQuestion } from '@testmetrics/questions';
import { TEXTS } from '../texts';
import { QUERY_SCHEMA, type TestMetricsQuery } from './query';

/** A saved query, read: what it asks, or why it cannot be asked. */
export type SavedQuery =
  | { readonly state: 'question'; readonly question: SavedQuestion }
  | { readonly state: 'sql'; readonly rawSql: string }
  /** Nothing is chosen yet. */
  | { readonly state: 'empty' }
  | { readonly state: 'problem'; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

/** From schema n to n + 1; each gives a new query and leaves the given one alone. */
const MIGRATIONS: readonly ((query: Fields) => Fields)[] = [fromUnversioned];

/** What Grafana's own MySQL editor keeps besides the text; our queries have no use for it. */
const OF_THE_MYSQL_EDITOR = ['rawQuery', 'sql', 'editorMode', 'dataset', 'table'];

/**
 * Brings a saved query to the shape of today. One that a newer version of this plugin saved comes back as it is:
 * `readQuery` says so in words.
 */
export function migrateQuery(query: TestMetricsQuery): TestMetricsQuery {
  const schema = schemaOf(query);
  if (schema >= QUERY_SCHEMA) return query;
  const migrated = MIGRATIONS.slice(schema).reduce<Fields>((older, migrate) => migrate(older), { ...query });
  return { ...(migrated as unknown as TestMetricsQuery), refId: query.refId, schema: QUERY_SCHEMA };
}

/** Reads a query of any version. */
export function readQuery(saved: TestMetricsQuery): SavedQuery {
  const schema = schemaOf(saved);
  if (schema > QUERY_SCHEMA) {
    return { state: 'problem', message: TEXTS.query.newerSchema(schema, QUERY_SCHEMA) };
  }
  const { mode, question, rawSql } = migrateQuery(saved);
  if (mode === 'sql') return isText(rawSql) ? { state: 'sql', rawSql } : { state: 'empty' };
  return isNothing(question) ? { state: 'empty' } : { state: 'question', question };
}

/**
 * Before there was a number: a kind and its fields beside the refId, or SQL that somebody wrote for the MySQL datasource
 * (Grafana hands a panel's queries on when its datasource changes).
 */
function fromUnversioned(query: Fields): Fields {
  const { kind, question, rawSql, mode, format, refId, key, hide, datasource, queryType, ...others } = query;
  const common = omitUndefined({ refId, key, hide, datasource, queryType, format });
  if (question !== undefined) return { ...common, ...omitUndefined({ question, rawSql, mode }) };
  if (kind !== undefined)
    return { ...common, question: { kind, ...without(others, [...OF_THE_MYSQL_EDITOR, 'schema']) } };
  return isText(rawSql) ? { ...common, mode: 'sql', rawSql } : common;
}

function schemaOf({ schema }: TestMetricsQuery): number {
  return typeof schema === 'number' && Number.isSafeInteger(schema) && schema > 0 ? schema : 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** A question without a kind is one that nobody has chosen yet; anything else is read, and may be wrong in words. */
function isNothing(question: SavedQuestion | undefined): question is undefined {
  if (question === undefined || question === null) return true;
  return (
    typeof question === 'object' && ((question.kind as unknown) === undefined || (question.kind as unknown) === '')
  );
}

function omitUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

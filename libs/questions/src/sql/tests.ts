import { inKeys, textLiteral } from './literal';
import { and } from './select';

/** Which tests a question is about; texts are SQL: literals, or variables written by `variableLiteral`. */
export interface TestFilter {
  readonly keys?: readonly number[];
  /** The SQL of a dashboard variable that carries one key, or '' for none; see `variableLiteral`. */
  readonly keyVariable?: string;
  readonly names?: readonly string[];
  /** A name starts with it. */
  readonly prefix?: string;
  /** A name matches it, a regular expression. */
  readonly pattern?: string;
  /** A name contains it. */
  readonly search?: string;
}

/** Which tests: one, by an expression for its key, or those of a table's or a subquery's column `test_id`. */
export type Tests = { readonly key: string } | { readonly listedIn: string };

/** Most questions about one test take its key as SQL text too. */
export function asTests(tests: string | Tests): Tests {
  return typeof tests === 'string' ? { key: tests } : tests;
}

/** So many tests, by name, are looked at where the question is about single tests and a pattern names them. */
export const MATCHED_TESTS = 100;

/** No test has this key. */
const NO_TEST: Tests = { key: '0' };

/** The last of all code points: `name < CONCAT(prefix, this)` bounds the names that start with `prefix`. */
const LAST_CHARACTER = '_utf8mb4 0xf48fbfbf';

export function hasTests(filter: TestFilter): boolean {
  return Object.values(filter).some((part) => part !== undefined);
}

/** Conditions on a row of `tests`. A prefix is a range, which an index can serve and which has no wildcards. */
export function nameConditions(alias: string, filter: TestFilter): string[] {
  const conditions: string[] = [];
  if (filter.keys !== undefined) conditions.push(inKeys(`${alias}.id`, filter.keys));
  if (filter.keyVariable !== undefined) conditions.push(isKeyOrAny(`${alias}.id`, filter.keyVariable));
  if (filter.names !== undefined) conditions.push(namesCondition(alias, filter.names));
  if (filter.prefix !== undefined) {
    const { prefix } = filter;
    conditions.push(
      `${alias}.test_id >= ${prefix} AND ${alias}.test_id < CONCAT(${withIntroducer(prefix)}, ${LAST_CHARACTER})`,
    );
  }
  if (filter.search !== undefined) conditions.push(`LOCATE(${filter.search}, ${alias}.test_id) > 0`);
  if (filter.pattern !== undefined) conditions.push(`${alias}.test_id REGEXP ${filter.pattern}`);
  return conditions;
}

/**
 * MySQL 8 gives literals with an introducer another collation than a connection's (that of Grafana and of mysql2) gives those
 * without, and refuses to put both together.
 */
function withIntroducer(literal: string): string {
  return literal.startsWith('_') ? literal : `_utf8mb4 ${literal}`;
}

/** Conditions on a column that holds the key of a test. */
export function testConditions(column: string, filter: TestFilter): string[] {
  const { keys, keyVariable, ...others } = filter;
  const own = [
    ...(keys === undefined ? [] : [inKeys(column, keys)]),
    ...(keyVariable === undefined ? [] : [isKeyOrAny(column, keyVariable)]),
  ];
  if (!hasTests(others)) return own;
  return [...own, `${column} IN (SELECT n.id FROM tests AS n WHERE 1=1${and(nameConditions('n', others))})`];
}

/** By its length, as two literals may have different collations. A variable without a value makes the first half a true constant, and the condition disappears. */
function isKeyOrAny(column: string, keyVariable: string): string {
  return `(CHAR_LENGTH(${keyVariable}) = 0 OR ${column} = ${keyVariable})`;
}

/** The few tests that a question about single tests means; without any choice none. */
export function fewTests(filter: TestFilter): Tests {
  const { keys, keyVariable, names } = filter;
  if (!hasTests(filter)) return NO_TEST;
  if (Object.keys(filter).length === 1) {
    if (keyVariable !== undefined) return { key: keyVariable };
    if (keys?.length === 1) return { key: String(keys[0]) };
    if (names?.length === 1) return { key: `(SELECT n.id FROM tests AS n WHERE ${namesCondition('n', names)})` };
  }
  return {
    listedIn: `(SELECT n.id AS test_id FROM tests AS n WHERE 1=1${and(nameConditions('n', filter))} ORDER BY n.test_id LIMIT ${MATCHED_TESTS})`,
  };
}

/** A condition on a column that holds a test's key, for tests chosen by `fewTests`. */
export function isOneOf(column: string, tests: Tests): string {
  if ('key' in tests) return `${column} = ${tests.key}`;
  return `${column} IN (SELECT c.test_id FROM ${tests.listedIn} AS c)`;
}

/** By the unique hash, as names of any length are found. */
function namesCondition(alias: string, names: readonly string[]): string {
  if (names.length === 0) return '1=0';
  const hashes = names.map((name) => `UNHEX(LEFT(SHA2(${textLiteral(name)}, 256), 32))`);
  return names.length === 1
    ? `${alias}.tm_test_id_hash = ${hashes.join('')}`
    : `${alias}.tm_test_id_hash IN (${hashes.join(', ')})`;
}

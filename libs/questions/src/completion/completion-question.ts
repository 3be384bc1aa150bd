import { QuestionError, shown } from '../model/question-error';
import { readCount, readPattern, readText } from '../model/read-field';
import { type Query, type Scope, table } from '../question';
import { type Choice, DIMENSION_TABLES, type Dimension, filterConditions, type RunFilter } from '../sql/filters';
import { textLiteral } from '../sql/literal';
import { newestRuns } from '../sql/newest-runs';
import { stateConditions } from '../sql/test-states';
import { and, nameOf, nested, sql } from '../sql/select';
import { nameConditions, type TestFilter } from '../sql/tests';
import { epochSeconds, isInRange, type TimeRange } from '../sql/time-range';

/** What an editor completes. */
export const COMPLETIONS = [
  'projects',
  'jobs',
  'branches',
  'tests',
  'testPrefixes',
  'metadataKeys',
  'metadataValues',
  'runs',
] as const;
export type Completion = (typeof COMPLETIONS)[number];

export interface CompletionRequest {
  readonly of: Completion;
  /** What was typed: a part of the name. Case matters for tests only. */
  readonly search?: string | undefined;
  /** For tests: names that start with this, or match this. */
  readonly prefix?: string | undefined;
  readonly pattern?: string | undefined;
  /** For values: the key. */
  readonly metadataKey?: string | undefined;
  /** What is chosen already; the lists are narrowed by it. */
  readonly projects?: readonly string[] | undefined;
  readonly jobs?: readonly string[] | undefined;
  readonly branches?: readonly string[] | undefined;
  readonly projectKeys?: readonly number[] | undefined;
  readonly jobKeys?: readonly number[] | undefined;
  readonly branchKeys?: readonly number[] | undefined;
  /** Default 100, at most 5000. */
  readonly limit?: number | undefined;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 5000;

/** So many of the newest runs are asked for the keys and values that they carry. */
const RUNS_FOR_KEYS = 500;
const RUNS_FOR_VALUES = 5000;

/**
 * What can be chosen, as SQL. Columns: `__text` (what a person reads), `__value` (the name, or the run's id) and
 * `__key` (its key, where it has one), the closest first.
 *
 * @throws {QuestionError} where the request makes no sense.
 */
export function completionQuestion(request: CompletionRequest, options: { readonly range: TimeRange }): Query {
  const limit = request.limit === undefined ? DEFAULT_LIMIT : readCount('limit', request.limit, MAX_LIMIT);
  const search = readText('search', request.search ?? '');
  switch (request.of) {
    case 'projects':
      return dimensionNames('project', request, search, limit);
    case 'jobs':
      return dimensionNames('job', request, search, limit);
    case 'branches':
      return dimensionNames('branch', request, search, limit);
    case 'tests':
      return testNames(request, search, limit);
    case 'testPrefixes':
      return testPrefixes(request, search, limit);
    case 'metadataKeys':
      return metadataKeys(scopeOf(request, options.range), search, limit);
    case 'metadataValues':
      return metadataValues(
        scopeOf(request, options.range),
        readText('metadataKey', request.metadataKey ?? ''),
        search,
        limit,
      );
    case 'runs':
      return runIds(request, search, limit, options.range);
    default:
      throw new QuestionError({
        code: 'bad_value',
        field: 'of',
        expected: `one of ${COMPLETIONS.join(', ')}`,
        found: shown(request.of),
        action: 'Choose from these.',
      });
  }
}

/** A name is not narrowed by itself: whoever chose one job may add another. */
function dimensionNames(dimension: Dimension, request: CompletionRequest, search: string, limit: number): Query {
  const { [dimension]: _own, ...others } = filterOf(request);
  const conditions = [
    ...filterConditions('s', others),
    ...(search === '' ? [] : [`LOCATE(LOWER(${textLiteral(search)}), LOWER(n.name)) > 0`]),
  ];
  return table(
    sql(
      `SELECT DISTINCT ${nameOf('n')} AS __text, n.name AS __value, n.id AS __key`,
      `FROM tm_series AS s INNER JOIN ${DIMENSION_TABLES[dimension]} AS n ON n.id = s.${dimension}_id`,
      conditions.length > 0 && `WHERE 1=1${and(conditions)}`,
      `ORDER BY __text, __key LIMIT ${limit}`,
    ),
  );
}

function testNames(request: CompletionRequest, search: string, limit: number): Query {
  const states = stateConditions('st', filterOf(request));
  const seen =
    states.length === 0 ? '' : ` AND n.id IN (SELECT st.test_id FROM tm_test_states AS st WHERE 1=1${and(states)})`;
  return table(
    sql(
      'SELECT LEFT(n.test_id, 1000) AS __text, n.test_id AS __value, n.id AS __key',
      `FROM tests AS n WHERE 1=1${and(nameConditions('n', testFilterOf(request, search)))}${seen}`,
      `ORDER BY n.test_id LIMIT ${limit}`,
    ),
  );
}

/** The names up to the dot after the prefix: the next level of a tree of tests. */
function testPrefixes(request: CompletionRequest, search: string, limit: number): Query {
  const prefix = readText('prefix', request.prefix ?? '');
  const literal = textLiteral(prefix);
  const rest = `SUBSTRING(n.test_id, CHAR_LENGTH(${literal}) + 1)`;
  const levels = sql(
    `SELECT CONCAT(${literal}, SUBSTRING_INDEX(${rest}, '.', 1), IF(LOCATE('.', ${rest}) > 0, '.', '')) AS name, COUNT(*) AS tests`,
    `FROM tests AS n WHERE 1=1${and(nameConditions('n', testFilterOf(request, search)))} GROUP BY 1`,
  );
  return table(
    sql(
      "SELECT CONCAT(LEFT(o.name, 1000), ' (', o.tests, ')') AS __text, o.name AS __value FROM (",
      nested(levels),
      `) AS o ORDER BY o.name LIMIT ${limit}`,
    ),
  );
}

/** The keys of the newest runs: all there are, unless they changed long ago, and at a price that does not grow. */
function metadataKeys(scope: Scope, search: string, limit: number): Query {
  return table(
    sql(
      'SELECT DISTINCT m.`key` AS __text, m.`key` AS __value',
      `FROM ${newestRuns(scope, { limit: RUNS_FOR_KEYS })} AS r INNER JOIN run_metadata AS m ON m.run_id = r.run_id`,
      `WHERE m.\`key\` IS NOT NULL${search === '' ? '' : ` AND LOCATE(LOWER(${textLiteral(search)}), LOWER(m.\`key\`)) > 0`}`,
      `ORDER BY __text LIMIT ${limit}`,
    ),
  );
}

/** The values of the newest runs; what is typed is looked for in all runs. */
function metadataValues(scope: Scope, key: string, search: string, limit: number): Query {
  const from =
    search === ''
      ? `FROM ${newestRuns(scope, { limit: RUNS_FOR_VALUES })} AS r INNER JOIN run_metadata AS m ON m.run_id = r.run_id AND m.\`key\` = ${textLiteral(key)}`
      : `FROM run_metadata AS m WHERE m.\`key\` = ${textLiteral(key)} AND LOCATE(LOWER(${textLiteral(search)}), LOWER(m.value)) > 0`;
  return table(
    sql(
      "SELECT DISTINCT IF(LEFT(m.value, 1000) = '', '(none)', LEFT(m.value, 1000)) AS __text, LEFT(m.value, 4000) AS __value",
      from,
      `ORDER BY __text LIMIT ${limit}`,
    ),
  );
}

/** The newest runs in range, with what tells them apart. */
function runIds(request: CompletionRequest, search: string, limit: number, range: TimeRange): Query {
  const newest = sql(
    'SELECT r.run_id, r.run_at, r.job_id, r.branch_id, r.failed FROM tm_runs AS r INNER JOIN runs AS u ON u.id = r.run_id',
    `WHERE ${isInRange('r.run_at', range)}${and(filterConditions('r', filterOf(request)))}${search === '' ? '' : ` AND LOCATE(LOWER(${textLiteral(search)}), u.uuid) > 0`}`,
    `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT CONCAT_WS(' ', DATE_FORMAT(r.run_at, '%Y-%m-%d %H:%i'), ${nameOf('j')}, ${nameOf('b')}, IF(r.failed, 'failed', 'passed'), LEFT(u.uuid, 8)) AS __text,`,
      `u.uuid AS __value, ${epochSeconds('r.run_at')} * 1000 AS time`,
      'FROM (',
      nested(newest),
      ') AS r INNER JOIN runs AS u ON u.id = r.run_id',
      'INNER JOIN tm_jobs AS j ON j.id = r.job_id INNER JOIN tm_branches AS b ON b.id = r.branch_id',
      `WHERE u.uuid IS NOT NULL ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
    ),
  );
}

function testFilterOf(request: CompletionRequest, search: string): TestFilter {
  const prefix = readText('prefix', request.prefix ?? '');
  const pattern = readPattern('pattern', request.pattern ?? '');
  return {
    ...(prefix !== '' && { prefix: textLiteral(prefix) }),
    ...(pattern !== '' && { pattern: textLiteral(pattern) }),
    ...(search !== '' && { search: textLiteral(search) }),
  };
}

function scopeOf(request: CompletionRequest, range: TimeRange): Scope {
  return { filter: filterOf(request), range };
}

function filterOf(request: CompletionRequest): RunFilter {
  const project = choiceOf(request.projectKeys, request.projects);
  const job = choiceOf(request.jobKeys, request.jobs);
  const branch = choiceOf(request.branchKeys, request.branches);
  return { ...(project && { project }), ...(job && { job }), ...(branch && { branch }) };
}

function choiceOf(keys: readonly number[] | undefined, names: readonly string[] | undefined): Choice | undefined {
  if (keys !== undefined && keys.length > 0) return { keys };
  return names !== undefined && names.length > 0 ? { names } : undefined;
}

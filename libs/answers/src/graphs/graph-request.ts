import { GRAPH_SUBJECTS } from '@testmetrics/api-contract';
import type { GraphName, GraphQuery } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import type { Asker, Range } from '../asking/asker';
import type { FilterQuery, WithMetadata } from '../filters';
import { refuseStrayNames } from '../paging/ask-page';

export type GraphRequest = WithMetadata<GraphQuery>;

/** Parameters that graphs of a subject have no use for. */
const USELESS = {
  test: ['key', 'value', 'prefix', 'search', 'pattern', 'limit'],
  tests: ['key', 'value'],
  key: ['test', 'prefix', 'search', 'pattern'],
  runs: ['test', 'key', 'value', 'prefix', 'search', 'pattern', 'limit'],
} as const satisfies Record<(typeof GRAPH_SUBJECTS)[GraphName], readonly (keyof GraphQuery)[]>;

/** @throws {AppError} `bad_parameter` for a parameter that would be passed over in silence */
export function refuseUselessParameters(graph: GraphName, request: GraphRequest): void {
  const subject = GRAPH_SUBJECTS[graph];
  const found = USELESS[subject].find((name) => request[name] !== undefined);
  if (found === undefined) return;
  throw badParameter(`The graph ${graph} takes no ${found}.`, {
    expected: `a graph that takes it, or none of ${USELESS[subject].join(', ')}`,
    found,
    action: `leave ${found} out`,
  });
}

/** The one test that a graph is about. @throws {AppError} `bad_parameter` where there is none, or several */
export function oneTestOf(graph: GraphName, { test = [] }: GraphRequest): string {
  const [wanted, ...more] = test;
  if (wanted !== undefined && more.length === 0) return wanted;
  throw badParameter(`The graph ${graph} is about one test.`, {
    expected: 'one test',
    found: test.length === 0 ? 'none' : String(test.length),
    action: test.length === 0 ? 'name a test, by its name or its number' : 'ask for one graph a test',
  });
}

function badParameter(message: string, facts: { expected: string; found: string; action: string }): AppError {
  return new AppError('bad_parameter', message, { status: 400, ...facts });
}

/** The metadata key that a graph groups runs by. @throws {AppError} `bad_parameter` where there is none */
export function keyOf(graph: GraphName, { key }: GraphRequest): string {
  if (key !== undefined) return key;
  throw badParameter(`The graph ${graph} is about the values of a metadata key.`, {
    expected: 'a key',
    found: 'none',
    action: 'name a metadata key, such as build_name',
  });
}

/**
 * What is wrong where there is nothing to draw.
 *
 * @throws {AppError} 404: a name of the filters that no run has, else `no_data`
 */
export async function refuseNoData(asker: Asker, filter: FilterQuery, range: Range, what: string): Promise<never> {
  await refuseStrayNames(asker, filter);
  const { sinceMicros, untilMicros } = range;
  const day = (micros: number) => new Date(micros / 1000).toISOString().slice(0, 16);
  throw new AppError('no_data', 'There is nothing to draw.', {
    status: 404,
    expected: `${what} from ${day(sinceMicros)} to ${day(untilMicros)} UTC`,
    found: 'none',
    action: 'choose a longer range (since, until), or leave out some of the filters',
  });
}

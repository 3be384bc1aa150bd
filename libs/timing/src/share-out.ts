import { classOf } from './test-class';
import { byId, type TestDuration } from './test-duration';

/** What stays together on one worker. */
export const GROUPINGS = ['test', 'class'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What one worker is to run. */
export interface WorkerShare {
  /** In the order in which they were given. */
  readonly ids: readonly string[];
  readonly micros: number;
}

export interface ShareOptions {
  /** At least one. */
  readonly workers: number;
  readonly grouping?: Grouping;
}

interface Group {
  readonly id: string;
  readonly places: readonly number[];
  readonly micros: number;
}

interface Load {
  readonly places: number[];
  micros: number;
}

/**
 * Shares tests out: the longest first, each to the worker that has least to do so far, of those to the one with fewest
 * tests, of those to the first. The last worker is never later than 4/3 of the best possible. The same tests give the
 * same shares, wherever and in whatever order they come.
 */
export function shareOut(
  tests: readonly TestDuration[],
  { workers, grouping = 'test' }: ShareOptions,
): readonly WorkerShare[] {
  const loads = Array.from({ length: workers }, (): Load => ({ places: [], micros: 0 }));
  for (const { places, micros } of groupsOf(tests, grouping).sort(longestFirst)) {
    const load = leastBusy(loads);
    load.places.push(...places);
    load.micros += micros;
  }
  return loads.map(({ places, micros }) => ({
    ids: places.sort((one, other) => one - other).map((place) => tests[place]?.id ?? ''),
    micros,
  }));
}

function groupsOf(tests: readonly TestDuration[], grouping: Grouping): Group[] {
  if (grouping === 'test') return tests.map(({ id, micros }, place) => ({ id, places: [place], micros }));
  const groups = new Map<string, { id: string; places: number[]; micros: number }>();
  for (const [place, { id, micros }] of tests.entries()) {
    // A test whose id names no class is alone.
    const name = classOf(id) || id;
    const group = groups.get(name) ?? { id: name, places: [], micros: 0 };
    group.places.push(place);
    group.micros += micros;
    groups.set(name, group);
  }
  return [...groups.values()];
}

function longestFirst(one: Group, other: Group): number {
  return other.micros - one.micros || byId(one, other);
}

function leastBusy(loads: readonly Load[]): Load {
  return loads.reduce((best, load) => {
    const difference = load.micros - best.micros || load.places.length - best.places.length;
    return difference < 0 ? load : best;
  });
}

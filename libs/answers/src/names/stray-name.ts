import { nearNames } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Asker, Range } from '../asking/asker';
import type { FilterQuery } from '../filters';
import { readText } from '../rows/read-row';

/** What runs are filtered by, each with the list of its names. */
const LISTS = { job: 'jobs', project: 'projects', branch: 'branches' } as const;

export type Dimension = keyof typeof LISTS;

/** As many names as a list gives. */
const MOST_NAMES = 5000;

/** A name of a filter that no run has. */
export interface StrayName {
  readonly what: Dimension;
  readonly name: string;
  /** The names there are. */
  readonly known: readonly string[];
}

/**
 * The first name of a filter that no run ever had, or `null`. Asks once for each kind of name that is given, so ask it
 * where nothing was found.
 */
export async function strayName(asker: Asker, filter: FilterQuery): Promise<StrayName | null> {
  for (const what of Object.keys(LISTS) as Dimension[]) {
    for (const name of filter[what] ?? []) {
      if (await isKnown(asker, what, name)) continue;
      return { what, name, known: await namesThereAre(asker, what) };
    }
  }
  return null;
}

/** The problem that tells a client of its slip. */
export function nameNotFound({ what, name, known }: StrayName): AppError {
  const suggestions = nearNames(name, known);
  return new AppError(`${what}_not_found`, `There is no ${what} of this name.`, {
    status: 404,
    expected: known.length === 0 ? `a ${what} of a stored run; there is none yet` : `a ${what} of a stored run`,
    found: JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name),
    action:
      suggestions.length > 0
        ? `write ${suggestions.map((one) => JSON.stringify(one)).join(' or ')}`
        : 'see the names there are',
    suggestions,
  });
}

/** The empty name stands for runs that named none, and is never wrong. */
async function isKnown(asker: Asker, what: Dimension, name: string): Promise<boolean> {
  if (name === '') return true;
  const rows = await asker.complete({ of: LISTS[what], search: name, limit: MOST_NAMES }, allTime(asker));
  return rows.some((row) => readText(row, '__value') === name);
}

async function namesThereAre(asker: Asker, what: Dimension): Promise<readonly string[]> {
  const rows = await asker.complete({ of: LISTS[what], limit: MOST_NAMES }, allTime(asker));
  return rows.map((row) => readText(row, '__value')).filter((name) => name !== '');
}

function allTime(asker: Asker): Range {
  return { sinceMicros: 0, untilMicros: asker.nowMicros() + 1 };
}

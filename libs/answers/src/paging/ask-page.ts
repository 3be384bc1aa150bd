import { formatMicros } from '@testmetrics/domain';
import type { Question } from '@testmetrics/questions';
import type { Asker, Range, Row } from '../asking/asker';
import type { FilterQuery } from '../filters';
import { nameNotFound, strayName } from '../names/stray-name';
import { readText } from '../rows/read-row';
import { decodePosition, encodePosition, fingerprintOf } from './cursor';
import { readWindow } from './read-window';
import type { WindowQuery } from './read-window';

export interface PageQuery extends WindowQuery, FilterQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What every list replies. */
export interface PageBody<Item> {
  readonly since: string;
  readonly until: string;
  readonly items: Item[];
  readonly next: string | null;
}

/** The rows of a page. */
export interface PageRows {
  readonly range: Range;
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/**
 * A page of the rows of a question that is `paged`.
 *
 * @throws {AppError} for a range or a cursor that cannot be used; 404 where nothing is found and a name of the filters is
 *   none
 */
export async function askPage<Item>(
  asker: Asker,
  question: Question,
  query: PageQuery,
  toItem: (row: Row) => Item,
): Promise<PageBody<Item>> {
  const { range, rows, next } = await askPageRows(asker, question, query);
  return { ...rangeFields(range), items: rows.map(toItem), next };
}

/** The same, with the rows as they are. */
export async function askPageRows(asker: Asker, question: Question, query: PageQuery): Promise<PageRows> {
  const { since, until, cursor, limit } = query;
  const fingerprint = fingerprintOf([question, since, until]);
  const begun = cursor === undefined ? null : decodePosition(cursor, fingerprint);
  const range = begun?.range ?? readWindow({ since, until }, asker.nowMicros());
  // One more row says whether there is a next page.
  const rows = await asker.ask({ ...question, limit: limit + 1 }, range, { after: begun?.after ?? null });
  if (rows.length === 0 && begun === null) await refuseStrayNames(asker, query);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isLast = rows.length === shown.length || last === undefined;
  const next = isLast ? null : encodePosition({ range, fingerprint, after: readText(last, 'place_key') });
  return { range, rows: shown, next };
}

/** The range as replies name it. */
export function rangeFields({ sinceMicros, untilMicros }: Range) {
  return { since: formatMicros(sinceMicros), until: formatMicros(untilMicros) };
}

/** @throws {AppError} 404 with the names that may have been meant */
export async function refuseStrayNames(asker: Asker, query: FilterQuery): Promise<void> {
  const stray = await strayName(asker, query);
  if (stray !== null) throw nameNotFound(stray);
}

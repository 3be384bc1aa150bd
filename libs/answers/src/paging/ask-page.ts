import { InvalidCursorError } from '@testmetrics/database';
import { formatMicros } from '@testmetrics/domain';
import { QuestionError } from '@testmetrics/questions';
import type { Question } from '@testmetrics/questions';
import type { Asker, Range, Row } from '../asking/asker';
import { readText } from '../rows/read-row';
import { decodePosition, encodePosition, fingerprintOf } from './cursor';
import { readWindow } from './read-window';
import type { WindowQuery } from './read-window';

export interface PageQuery extends WindowQuery {
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

/** Where a page begins, of which range, and how to say where the next one begins. */
interface Place {
  readonly range: Range;
  readonly after: string | null;
  next(row: Row): string;
}

/**
 * A page of the rows of a question that is `paged`.
 *
 * @throws {AppError} for a range or a cursor that cannot be used
 */
export async function askPage<Item>(
  asker: Asker,
  question: Question,
  query: PageQuery,
  toItem: (row: Row) => Item,
): Promise<PageBody<Item>> {
  const { range, after, next } = placeOf(question, query, asker.nowMicros());
  // One more row says whether there is a next page.
  const rows = await asked(asker.ask({ ...question, limit: query.limit + 1 }, range, { after }));
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    since: formatMicros(range.sinceMicros),
    until: formatMicros(range.untilMicros),
    items: shown.map(toItem),
    next: rows.length > shown.length && last !== undefined ? next(last) : null,
  };
}

function placeOf(question: Question, { since, until, cursor }: PageQuery, nowMicros: number): Place {
  const fingerprint = fingerprintOf([question, since, until]);
  const begun = cursor === undefined ? null : decodePosition(cursor, fingerprint);
  const range = begun?.range ?? readWindow({ since, until }, nowMicros);
  const next = (row: Row) => encodePosition({ range, fingerprint, after: readText(row, 'place_key') });
  return { range, after: begun?.after ?? null, next };
}

/** A place that is none came in a cursor that somebody made up. */
async function asked(rows: Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await rows;
  } catch (error) {
    throw error instanceof QuestionError && error.field === 'after' ? new InvalidCursorError() : error;
  }
}

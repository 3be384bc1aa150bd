import type { z } from 'zod';
import { timeCell } from './cells';
import { tableOf } from './list-view';
import type { ListView } from './list-view';
import type { OutputOptions } from './output-options';
import { withCursor } from './question';
import type { ItemOf, ListBody, ListQuestion, Request } from './question';
import type { Source } from './source';
import type { Terminal } from '../terminal/terminal';

/** A list that is asked for, and who answers. */
export interface Asked<Query extends z.ZodObject, Body extends ListBody> {
  readonly source: Source;
  readonly question: ListQuestion<Query, Body>;
  readonly request: Request<z.output<Query>>;
}

/** Prints a page of a list, or with `--all` every page as one list. */
export async function printList<Query extends z.ZodObject, Body extends ListBody>(
  asked: Asked<Query, Body>,
  view: ListView<Body>,
  output: Pick<OutputOptions, 'form' | 'all'>,
  terminal: Terminal,
): Promise<void> {
  if (output.form === 'csv') return printCsv(asked, output, terminal);
  const pages = await readPages(asked, output.all);
  if (output.form === 'table') return printTable(asked.request, pages, view, terminal);
  terminal.stdout.write(`${textOf(pages)}\n`);
}

interface Pages<Body extends ListBody> {
  readonly first: Body;
  readonly last: Body;
  readonly items: readonly ItemOf<Body>[];
  /** Of the only page, as it came; `null` where there are several. */
  readonly text: string | null;
}

async function readPages<Query extends z.ZodObject, Body extends ListBody>(
  { source, question, request }: Asked<Query, Body>,
  all: boolean,
): Promise<Pages<Body>> {
  const { body: first, text } = await source.ask(question, request);
  const items: ItemOf<Body>[] = [...first.items];
  let last = first;
  while (all && last.next !== null) {
    last = (await source.ask(question, withCursor(request, last.next))).body;
    for (const item of last.items) items.push(item);
  }
  return { first, last, items, text: last === first ? text : null };
}

/** Several pages as one that holds all. */
function textOf<Body extends ListBody>({ first, last, items, text }: Pages<Body>): string {
  return text ?? JSON.stringify({ ...first, items, next: last.next });
}

async function printTable<Body extends ListBody>(
  { pairs }: Request<unknown>,
  pages: Pages<Body>,
  view: ListView<Body>,
  { stdout, say, width }: Terminal,
): Promise<void> {
  const { first, last, items } = pages;
  const range = rangeOf(first);
  const isFirstPage = !pairs.some(([key]) => key === 'cursor');
  if (isFirstPage && view.head !== undefined) stdout.write(view.head(first, width));
  if (items.length === 0) {
    await stdout.flush();
    say(isFirstPage ? `${view.nothing}${range === null ? '' : ` from ${range}`}${filtersOf(pairs)}` : 'no more');
    return;
  }
  if (range !== null) say(range);
  stdout.write(tableOf(view.columns, items, width));
  await stdout.flush();
  if (last.next !== null) say(`more: --all, or the next page with ${nextPage(last.next, pairs)}`);
}

/** `2026-10-27 05:24 to 2026-11-26 05:24 UTC`, where the answer is about a range. */
function rangeOf(body: object): string | null {
  if (!('since' in body) || !('until' in body)) return null;
  return `${timeCell(String(body.since))} to ${timeCell(String(body.until))} UTC`;
}

/** Filters that may be why there is nothing. */
function filtersOf(pairs: Request<unknown>['pairs']): string {
  const filters = pairs.filter(([key]) => !['since', 'until', 'limit'].includes(key));
  if (filters.length === 0) return '';
  return `, with ${filters.map(([key, value]) => `${key.replaceAll('_', '-')} ${JSON.stringify(value)}`).join(', ')}`;
}

/** A cursor belongs to the range that it was made in; an age is another range a minute later. */
function nextPage(cursor: string, pairs: Request<unknown>['pairs']): string {
  const times = pairs.filter(([key]) => key === 'since' || key === 'until').map(([key, time]) => `--${key} ${time}`);
  return [...times, `--cursor ${cursor}`].join(' ');
}

async function printCsv<Query extends z.ZodObject, Body extends ListBody>(
  { source, question, request }: Asked<Query, Body>,
  { all }: Pick<OutputOptions, 'all'>,
  { stdout, say }: Terminal,
): Promise<void> {
  let { text, next } = await source.askCsv(question, request);
  stdout.write(text);
  while (all && next !== null) {
    await stdout.settle();
    ({ text, next } = await source.askCsv(question, withCursor(request, next)));
    stdout.write(withoutHeading(text));
  }
  await stdout.flush();
  if (next !== null) say(`more: --all, or the next page with ${nextPage(next, request.pairs)}`);
}

/** The heading line has no line break within. */
function withoutHeading(text: string): string {
  return text.slice(text.indexOf('\r\n') + 2);
}

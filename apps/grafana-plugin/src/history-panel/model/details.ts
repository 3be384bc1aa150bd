import { cellDetails, type CellDetails } from './cell-details';
import { agoText, durationText, shareText, wholeNumber } from './format';
import { type Grid, type GridColumn, type GridRow } from './grid';
import { type Hit } from './hit-test';
import { type Outcome } from './outcome';
import { cutText, toPrintable } from './printable';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What is said about a cell, a test or a column, by mouse, by keys and by screen readers. */
export interface Details {
  readonly title: string;
  /** Whose shape stands before the headline. */
  readonly outcome: Outcome | null;
  readonly headline: string;
  readonly facts: readonly Fact[];
  /** The first line of the failure. */
  readonly message: string | null;
  /** The row of the result that links are made from; `null` where there is none. */
  readonly source: number | null;
}

export interface DetailsContext {
  readonly grid: Grid;
  readonly order: Uint32Array;
  /** Of a column counted from the left, the place from the oldest to the newest. */
  readonly turned: (column: number) => number;
  readonly formatTime: (time: number) => string;
  readonly labels: Readonly<Record<Outcome, string>>;
  readonly noResult: string;
  readonly unknownTime: string;
  readonly now: number;
}

const MAX_TITLE = 1000;
const MAX_MESSAGE = 600;

export function describeHit(context: DetailsContext, hit: Hit): Details | null {
  if (hit.kind === 'header') {
    const column = context.grid.columns[context.turned(hit.column)];
    return column === undefined ? null : describeColumn(context, column);
  }
  const row = context.order[hit.row];
  const gridRow = row === undefined ? undefined : context.grid.rows[row];
  if (row === undefined || gridRow === undefined) return null;
  if (hit.kind === 'name') return describeTest(context, row, gridRow);
  const place = context.turned(hit.column);
  const column = context.grid.columns[place];
  return column === undefined ? null : describeCell(context, { row, gridRow, place, column });
}

interface Cell {
  readonly row: number;
  readonly gridRow: GridRow;
  readonly place: number;
  readonly column: GridColumn;
}

function describeCell(context: DetailsContext, { row, gridRow, place, column }: Cell): Details {
  const found = cellDetails(context.grid, row, place);
  const facts = [...columnFacts(context, column), ...(found === null ? [] : resultFacts(found))];
  return {
    title: title(gridRow.name),
    outcome: found?.outcome ?? null,
    headline: found === null ? context.noResult : headlineOf(found, context),
    facts,
    message: found?.message == null ? null : cutText(toPrintable(found.message), MAX_MESSAGE),
    source: found?.source ?? null,
  };
}

function headlineOf({ outcome, counts }: CellDetails, { labels }: DetailsContext): string {
  if (counts === null) return labels[outcome];
  const { passed, failed, flaky, skipped, unfinished } = counts;
  const all = failed + unfinished;
  const rated = Math.max(passed + all, flaky);
  if (rated === 0) return skipped > 0 ? `${wholeNumber(skipped)} skipped` : labels.unknown;
  return all > 0 ? `${shareText(all, rated)} failed` : `All ${wholeNumber(rated)} passed`;
}

function resultFacts({ seconds, attempts, counts, repeats }: CellDetails): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: string | null): void => {
    if (value !== null) facts.push({ label, value });
  };
  const counted = (value: number | undefined): string | null =>
    value === undefined || value === 0 ? null : wholeNumber(value);
  add('Flaky', counted(counts?.flaky));
  add('Skipped', counted(counts?.skipped));
  add('Unfinished', ofThem(counts?.unfinished));
  add(counts === null ? 'Duration' : 'Mean duration', seconds === null ? null : durationText(seconds));
  add('Attempts', attempts === null || attempts <= 1 ? null : wholeNumber(attempts));
  add('Results', repeats > 1 ? `${repeats} for this cell; the worst is shown` : null);
  return facts;
}

/** Failures that never ended. */
function ofThem(unfinished: number | undefined): string | null {
  return unfinished === undefined || unfinished === 0 ? null : `${wholeNumber(unfinished)} of the failed`;
}

function describeTest(context: DetailsContext, row: number, gridRow: GridRow): Details {
  const { grid } = context;
  const { rated, failed, flaky, unfinished, skipped, meanSeconds, lastFailed } = gridRow;
  const facts: Fact[] = [];
  if (flaky > 0) facts.push({ label: 'Flaky', value: wholeNumber(flaky) });
  const hung = ofThem(unfinished);
  if (hung !== null) facts.push({ label: 'Unfinished', value: hung });
  if (skipped > 0) facts.push({ label: 'Skipped', value: wholeNumber(skipped) });
  const failedAt = grid.columns[lastFailed]?.time ?? null;
  if (failedAt !== null) facts.push({ label: 'Last failed', value: timeText(context, failedAt) });
  if (meanSeconds !== null) facts.push({ label: 'Mean duration', value: durationText(meanSeconds) });
  const lastCell = (grid.cells.start[row + 1] ?? 0) - 1;
  return {
    title: title(gridRow.name),
    outcome: null,
    headline: rated === 0 ? 'Neither passed nor failed' : `${shareText(failed, rated)} failed`,
    facts,
    message: null,
    source: lastCell < 0 ? null : (grid.cells.source[lastCell] ?? null),
  };
}

function describeColumn(context: DetailsContext, column: GridColumn): Details {
  const { rated, failed, time } = column;
  return {
    title: time === null ? context.unknownTime : timeText(context, time),
    outcome: null,
    headline: rated === 0 ? 'Nothing passed or failed' : `${shareText(failed, rated)} of the tests here failed`,
    facts: columnFacts(context, column).filter(({ label }) => label !== 'Run' || time === null),
    message: null,
    source: column.source,
  };
}

function columnFacts(context: DetailsContext, { time, job, run }: GridColumn): Fact[] {
  const facts: Fact[] = [];
  if (job !== null) facts.push({ label: 'Job', value: cutText(toPrintable(job), MAX_TITLE) });
  const when = time === null ? null : timeText(context, time);
  if (context.grid.form === 'time') facts.push({ label: 'From', value: when ?? context.unknownTime });
  else facts.push({ label: 'Run', value: when ?? cutText(toPrintable(run ?? context.unknownTime), 60) });
  return facts;
}

function timeText({ formatTime, now }: DetailsContext, time: number): string {
  const ago = agoText(now - time);
  return `${formatTime(time)} (${ago === 'now' ? ago : `${ago} ago`})`;
}

function title(name: string): string {
  return cutText(toPrintable(name), MAX_TITLE);
}

/** All of it in one sentence, for those who hear it. */
export function spokenText({ title: name, headline, facts, message }: Details): string {
  const parts = [
    headline,
    ...facts.map(({ label, value }) => `${label} ${value}`),
    ...(message === null ? [] : [message]),
  ];
  return `${name}: ${parts.join(', ')}`;
}

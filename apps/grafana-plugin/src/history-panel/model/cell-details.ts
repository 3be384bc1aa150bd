import { type Field } from '@grafana/data';
import { findCell, type Grid } from './grid';
import { locateSource } from './locate-source';
import { type Outcome, outcomeOfCode } from './outcome';
import { toNumber, toText } from './read-values';
import { COUNTS, type CountName } from './recognise-frames';

/** What is known about one cell. */
export interface CellDetails {
  readonly outcome: Outcome;
  readonly seconds: number | null;
  readonly attempts: number | null;
  /** The first line of the failure. */
  readonly message: string | null;
  /** Of a bucket of time; `null` where a column is a run. */
  readonly counts: Readonly<Record<CountName, number>> | null;
  /** How many rows of the result are about this cell. */
  readonly repeats: number;
  /** The row, in all frames, that it was read from. */
  readonly source: number;
}

/** `null` where the test has no result in that column. */
export function cellDetails(grid: Grid, row: number, column: number): CellDetails | null {
  const cell = findCell(grid, row, column);
  if (cell < 0) return null;
  const number = grid.cells.source[cell] ?? 0;
  const located = locateSource(grid.sources, number);
  if (located === null) return null;
  const { source, index } = located;
  const at = (field: Field | undefined): unknown => field?.values[index];
  return {
    outcome: outcomeOfCode(grid.cells.outcome[cell]),
    seconds: toNumber(at(source.seconds)),
    attempts: toNumber(at(source.attempts)),
    message: firstLine(toText(at(source.message))),
    counts: grid.form === 'runs' ? null : countsOf((name) => toNumber(at(source.counts[name])) ?? 0),
    repeats: grid.cells.repeats.get(cell) ?? 1,
    source: number,
  };
}

function countsOf(read: (name: CountName) => number): Record<CountName, number> {
  return Object.fromEntries(COUNTS.map((name) => [name, read(name)])) as Record<CountName, number>;
}

function firstLine(message: string | null): string | null {
  return message?.split(/\r?\n/).find((line) => line.trim() !== '') ?? null;
}

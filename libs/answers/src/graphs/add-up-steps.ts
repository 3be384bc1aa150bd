import type { GraphStep } from '@testmetrics/api-contract';
import type { Range, Row } from '../asking/asker';
import { readNumber, readNumberOrNull } from '../rows/read-row';
import { stepsOf, stepStart } from './time-steps';

/** What happened in a step. */
export interface StepSums<Column extends string> {
  /** Its beginning, milliseconds since 1970. */
  readonly startMs: number;
  readonly sums: Readonly<Record<Column, number>>;
}

/**
 * Rows with a column `time`, in seconds, added up by steps, from the first that has any on. Later steps without rows are among
 * them, with zeros: nothing happened there.
 */
export function addUpSteps<Column extends string>(
  rows: readonly Row[],
  columns: readonly Column[],
  step: GraphStep,
  range: Range,
): readonly StepSums<Column>[] {
  const zeros = () => Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>;
  const byStart = new Map(stepsOf(step, range).map((startMs) => [startMs, zeros()]));
  for (const row of rows) {
    const startMs = stepStart(step, readNumber(row, 'time') * 1000);
    const sums = byStart.get(startMs) ?? zeros();
    byStart.set(startMs, sums);
    for (const column of columns) sums[column] += readNumberOrNull(row, column) ?? 0;
  }
  const steps = [...byStart].sort(([a], [b]) => a - b).map(([startMs, sums]) => ({ startMs, sums }));
  const first = steps.findIndex(({ sums }) => columns.some((column) => sums[column] > 0));
  return steps.slice(Math.max(0, first));
}

import { readFileSync } from 'node:fs';
import { writePrivateFile } from '@testmetrics/private-database';

/** Which sample history is in the database, and whether all of it arrived. */
export interface SampleState {
  readonly seed: string;
  readonly endMicros: number;
  readonly runs: number;
  readonly isComplete: boolean;
}

export function readSampleState(file: string): SampleState | null {
  try {
    const { seed, endMicros, runs, isComplete } = JSON.parse(readFileSync(file, 'utf8')) as Partial<SampleState>;
    const isWhole = typeof seed === 'string' && typeof endMicros === 'number' && typeof runs === 'number';
    return isWhole ? { seed, endMicros, runs, isComplete: isComplete === true } : null;
  } catch {
    return null;
  }
}

export function writeSampleState(file: string, state: SampleState): void {
  writePrivateFile(file, `${JSON.stringify(state)}\n`);
}

import { type DataFrame, type Field } from '@grafana/data';

/** One column a run, or one a bucket of time. */
export type GridForm = 'runs' | 'time';

export const COUNTS = ['passed', 'failed', 'flaky', 'skipped', 'unfinished'] as const;
export type CountName = (typeof COUNTS)[number];

/** Where the columns of one frame are. `start` is the number of its first row in all rows of all frames. */
export interface Source {
  readonly frame: DataFrame;
  readonly start: number;
  readonly test: Field;
  readonly testKey: Field | undefined;
  readonly run: Field | undefined;
  readonly time: Field | undefined;
  readonly job: Field | undefined;
  readonly outcome: Field | undefined;
  readonly seconds: Field | undefined;
  readonly attempts: Field | undefined;
  readonly message: Field | undefined;
  readonly counts: Readonly<Record<CountName, Field | undefined>>;
}

export interface Recognised {
  readonly form: GridForm;
  readonly sources: readonly Source[];
}

/** Why there is no grid; `found` are the names of the columns that came instead. */
export interface GridProblem {
  readonly code: 'no-frames' | 'no-rows' | 'wrong-columns';
  readonly found: readonly string[];
}

export type Recognition = { readonly recognised: Recognised } | { readonly problem: GridProblem };

/**
 * Finds the frames that are a history. The first that is one decides the form; others of the same form are added to it
 * (two queries, one grid). MySQL answers a query without rows with a frame that has no columns.
 */
export function recogniseFrames(frames: readonly DataFrame[]): Recognition {
  const filled = frames.filter((frame) => frame.fields.length > 0);
  if (frames.length === 0) return { problem: { code: 'no-frames', found: [] } };
  const found = [...new Set(filled.flatMap((frame) => frame.fields.map((field) => field.name)))];
  if (filled.length === 0) return { problem: { code: 'no-rows', found } };
  const form = filled.map(formOf).find((each) => each !== null);
  if (form === undefined) return { problem: { code: 'wrong-columns', found } };
  const sources = toSources(filled.filter((frame) => formOf(frame) === form));
  if (sources.every(({ frame }) => frame.length === 0)) return { problem: { code: 'no-rows', found } };
  return { recognised: { form, sources } };
}

function formOf(frame: DataFrame): GridForm | null {
  if (find(frame, 'test') === undefined) return null;
  const hasTime = find(frame, 'time') !== undefined;
  if (find(frame, 'outcome') !== undefined) return hasTime || find(frame, 'run') !== undefined ? 'runs' : null;
  return hasTime && (find(frame, 'passed') !== undefined || find(frame, 'failed') !== undefined) ? 'time' : null;
}

function toSources(frames: readonly DataFrame[]): Source[] {
  const sources: Source[] = [];
  let start = 0;
  for (const frame of frames) {
    const test = find(frame, 'test');
    if (test === undefined) continue;
    sources.push({
      frame,
      start,
      test,
      testKey: find(frame, 'test_key'),
      run: find(frame, 'run'),
      time: find(frame, 'time'),
      job: find(frame, 'job'),
      outcome: find(frame, 'outcome'),
      seconds: find(frame, 'seconds'),
      attempts: find(frame, 'attempts'),
      message: find(frame, 'message'),
      counts: {
        passed: find(frame, 'passed'),
        failed: find(frame, 'failed'),
        flaky: find(frame, 'flaky'),
        skipped: find(frame, 'skipped'),
        unfinished: find(frame, 'unfinished'),
      },
    });
    start += frame.length;
  }
  return sources;
}

function find(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name.toLowerCase() === name);
}

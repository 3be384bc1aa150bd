import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusDirectory } from '@testmetrics/corpus';
import { AppError, systemClock } from '@testmetrics/runtime';
import { generateHistory, loadRecordings, type GeneratedRun } from '@testmetrics/sample-data';
import { awaitRollup } from './await-rollup';
import { startProgress, type ProgressOutput } from './progress';
import { readSampleState, writeSampleState, type SampleState } from './sample-state';
import { uploadRun, type UploadTarget } from './upload-run';

export interface LoadSampleOptions extends UploadTarget {
  readonly stateFile: string;
  readonly output: ProgressOutput;
}

const SEED = 'test-metrics';
const PARALLEL_UPLOADS = 4;

/**
 * Loads the sample history into an empty database through the public upload, or the rest of it where an earlier start was interrupted.
 *
 * @returns how many sample runs there are now; `null` where the database holds runs of somebody's own
 */
export async function loadSample(options: LoadSampleOptions): Promise<number | null> {
  const state = readSampleState(options.stateFile);
  const isEmpty = !(await hasRuns(options));
  if (state?.isComplete === true && !isEmpty) return state.runs;
  if (state === null && !isEmpty) return null;
  return await load(options, isEmpty ? null : state);
}

async function load(options: LoadSampleOptions, interrupted: SampleState | null): Promise<number> {
  const recordings = loadRecordings((name) => readFileSync(join(corpusDirectory(), name)));
  const seed = interrupted?.seed ?? SEED;
  const endMicros = interrupted?.endMicros ?? systemClock.nowMicros();
  const { count, runs } = generateHistory(recordings, { seed, endMicros });
  const state: SampleState = { seed, endMicros, runs: count, isComplete: false };
  writeSampleState(options.stateFile, state);
  await uploadAll(runs, count, options);
  await awaitRollup(options.ingestUrl, options.signal);
  writeSampleState(options.stateFile, { ...state, isComplete: true });
  return count;
}

/** The uploads share one iterator, so each run is made when one of them is free to take it. */
async function uploadAll(runs: Iterable<GeneratedRun>, count: number, options: LoadSampleOptions): Promise<void> {
  const progress = startProgress(options.output, 'loading sample runs', count);
  const iterator = runs[Symbol.iterator]();
  let done = 0;
  const uploadSome = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      await uploadRun(next.value, options);
      progress.show(++done);
    }
  };
  try {
    await Promise.all(Array.from({ length: PARALLEL_UPLOADS }, uploadSome));
  } finally {
    progress.end();
  }
}

async function hasRuns({ ingestUrl, signal }: LoadSampleOptions): Promise<boolean> {
  const response = await fetch(`${ingestUrl}/v1/runs?limit=1`, { signal });
  const body = (await response.json()) as { readonly items?: readonly unknown[] };
  if (response.ok && Array.isArray(body.items)) return body.items.length > 0;
  throw new AppError('sample_refused', `The service does not say which runs there are (status ${response.status}).`);
}

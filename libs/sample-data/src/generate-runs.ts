import { planRuns, type RunPlan } from './plan-runs';
import type { RecordedTest } from './recorded-suite';
import type { Recordings } from './recordings';
import { replayStream } from './replay';
import { testsOfRun } from './run-tests';
import { SAMPLE_JOBS, type SampleJob } from './sample-jobs';
import { schedule } from './schedule';
import { formatMicros } from './time';
import { widenSuite } from './widen-suite';
import { writeStream } from './write-stream';

export interface HistoryOptions {
  /** The same seed, end and recordings give the same bytes. */
  readonly seed: string;
  /** Where the history ends, usually now; microseconds since the epoch. */
  readonly endMicros: number;
  /** How long it is; default 90. */
  readonly days?: number;
  /** Default: the jobs of the sample history. */
  readonly jobs?: readonly SampleJob[];
  /** Every suite is repeated or cut to this many tests; default: as recorded. */
  readonly testsPerRun?: number;
  /** Benchmarks turn the mark off to measure what real runs cost; default true. */
  readonly isSample?: boolean;
}

/** One run, ready to be uploaded. */
export interface GeneratedRun {
  readonly id: string;
  readonly runAt: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Makes the subunit v2 stream; nothing of it is kept. */
  readonly stream: () => Uint8Array;
}

/** A history in the order of time. Runs are made one by one as they are asked for. */
export function generateHistory(
  recordings: Recordings,
  options: HistoryOptions,
): { readonly count: number; readonly runs: Iterable<GeneratedRun> } {
  const plans = planRuns({
    seed: options.seed,
    endMicros: options.endMicros,
    days: options.days ?? 90,
    jobs: options.jobs ?? SAMPLE_JOBS,
  });
  return { count: plans.length, runs: runsOf(plans, recordings, options) };
}

function* runsOf(plans: readonly RunPlan[], recordings: Recordings, options: HistoryOptions): Generator<GeneratedRun> {
  const suites = new Map<string, readonly RecordedTest[]>();
  for (const plan of plans) {
    const recorded = recordings.suites[plan.job.suite];
    const suite = suites.get(plan.job.suite) ?? widenSuite(recorded, options.testsPerRun ?? recorded.length);
    suites.set(plan.job.suite, suite);
    yield {
      id: plan.id,
      runAt: formatMicros(plan.startMicros),
      metadata: metadataOf(plan, options.isSample ?? true),
      stream: () => streamOf(plan, recordings, suite, options.seed),
    };
  }
}

function streamOf(plan: RunPlan, recordings: Recordings, suite: readonly RecordedTest[], seed: string): Uint8Array {
  const replayed = plan.replay === null ? undefined : recordings.shopRuns[plan.replay];
  if (replayed !== undefined) return replayStream(replayed, plan.startMicros);
  const attempts = schedule(testsOfRun(seed, plan, suite), plan.startMicros, plan.job.workers);
  const whole = writeStream(attempts, plan.job.workers);
  return plan.cutAt === null ? whole : whole.subarray(0, Math.floor(whole.length * plan.cutAt));
}

function metadataOf(plan: RunPlan, isSample: boolean): Record<string, string> {
  const { job } = plan;
  return {
    build_name: job.name,
    project: job.project,
    build_branch: job.branch,
    build_newrev: plan.commit,
    build_queue: plan.queue,
    build_node: plan.node,
    ...(plan.change === null ? {} : { build_change: String(plan.change) }),
    ...(isSample ? { sample: 'true' } : {}),
  };
}

/** The query of the upload request of a run: `POST /v1/runs?…`. */
export function uploadQuery(run: GeneratedRun): URLSearchParams {
  const query = new URLSearchParams({ run_id: run.id, run_at: run.runAt });
  for (const [key, value] of Object.entries(run.metadata)) query.set(`meta.${key}`, value);
  return query;
}

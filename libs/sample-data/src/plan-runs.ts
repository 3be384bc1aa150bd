import { randomFrom, type Random } from './random';
import { REPLAYED_JOB, type Queue, type SampleJob } from './sample-jobs';
import { BROKEN_CHANGE_SHARE, outageOf, TRUNCATED_SHARE } from './stories';
import { DAY, HOUR, isWeekend, MINUTE, startOfDay } from './time';

/** One run of the history, before its tests are known. */
export interface RunPlan {
  readonly id: string;
  readonly job: SampleJob;
  readonly queue: Queue;
  readonly startMicros: number;
  /** Days from this run to the end of the history. */
  readonly daysAgo: number;
  readonly commit: string;
  /** The number of the proposed change; `null` for nightly runs. */
  readonly change: number | null;
  readonly node: string;
  /** How fast this node is: 1 is ordinary, 2 takes twice as long. */
  readonly nodeFactor: number;
  readonly condition: 'ordinary' | 'outage' | 'broken_change';
  /** The share of the stream that arrived before it broke off; `null` where all of it did. */
  readonly cutAt: number | null;
  /** The number (0 to 29) of the recorded run that this one is; `null` where it is made up of single tests. */
  readonly replay: number | null;
}

export interface PlanInput {
  readonly seed: string;
  readonly endMicros: number;
  readonly days: number;
  readonly jobs: readonly SampleJob[];
}

const PROVIDERS = ['ovh-gra1', 'ovh-bhs1', 'rax-dfw', 'rax-iad', 'vexxhost-ca'];
const REPLAYED_RUNS = 30;
/** Runs that start later than this would not be over at the end of the history. */
const LAST_START = 15 * MINUTE;

/** All runs of a history, oldest first. */
export function planRuns(input: PlanInput): RunPlan[] {
  const first = startOfDay(input.endMicros - input.days * DAY);
  const plans = input.jobs.flatMap((job) => {
    const ofJob: RunPlan[] = [];
    for (let day = first; day < input.endMicros; day += DAY) ofJob.push(...planDay(input, job, day));
    return job.name === REPLAYED_JOB ? withReplays(ofJob) : ofJob;
  });
  return plans.sort((a, b) => a.startMicros - b.startMicros);
}

function planDay(input: PlanInput, job: SampleJob, day: number): RunPlan[] {
  const random = randomFrom(input.seed, 'day', job.name, job.project, job.branch, day / DAY);
  const starts = job.queues.includes('periodic') ? [nightlyStart(job, day)] : startsOfChanges(job, day, random);
  const earliest = input.endMicros - input.days * DAY;
  return starts
    .filter((start) => start >= earliest && start <= input.endMicros - LAST_START)
    .map((start, index) =>
      planRun(input, job, start, randomFrom(input.seed, 'run', job.name, job.branch, job.project, day, index)),
    );
}

function nightlyStart(job: SampleJob, day: number): number {
  return day + 3 * HOUR + 17 * MINUTE + job.workers * 20 * MINUTE;
}

/** People work by day: most changes are proposed around 13:00 UTC. */
function startsOfChanges(job: SampleJob, day: number, random: Random): number[] {
  const expected = job.runsPerDay * (isWeekend(day) ? 1 / 3 : 1);
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  const starts = Array.from(
    { length: count },
    () => day + Math.floor(Math.min(13 * HOUR * random.factor(0.32), 23.8 * HOUR)),
  );
  return starts.sort((a, b) => a - b);
}

function planRun({ seed, endMicros }: PlanInput, job: SampleJob, startMicros: number, random: Random): RunPlan {
  const daysAgo = (endMicros - startMicros) / DAY;
  const queue = random.pick(job.queues);
  const provider = random.pick(PROVIDERS);
  return {
    id: uuidFrom(random),
    job,
    queue,
    startMicros,
    daysAgo,
    commit: queue === 'check' ? random.hex(40) : commitAt(seed, job, startMicros),
    change:
      queue === 'periodic' ? null : 910_000 + Math.floor((startMicros / DAY - 20_000) * 40) + random.integer(0, 30),
    node: `${provider}-${random.integer(10_000, 99_999)}`,
    nodeFactor: providerFactor(seed, provider) * random.factor(0.08),
    condition: conditionOf(queue, startMicros, outageOf(endMicros), random),
    cutAt: random.chance(TRUNCATED_SHARE) ? 0.2 + 0.7 * random.next() : null,
    replay: null,
  };
}

function conditionOf(
  queue: Queue,
  startMicros: number,
  outage: ReturnType<typeof outageOf>,
  random: Random,
): RunPlan['condition'] {
  const isDown = startMicros >= outage.fromMicros && startMicros < outage.untilMicros;
  if (queue !== 'periodic' && isDown) return 'outage';
  return queue === 'check' && random.chance(BROKEN_CHANGE_SHARE) ? 'broken_change' : 'ordinary';
}

/** A branch moves on about four times a day; whatever runs in between sees the same commit. */
function commitAt(seed: string, { project, branch }: SampleJob, micros: number): string {
  return randomFrom(seed, 'commit', project, branch, Math.floor(micros / (6 * HOUR))).hex(40);
}

function providerFactor(seed: string, provider: string): number {
  return randomFrom(seed, 'provider', provider).factor(0.15);
}

function withReplays(plans: readonly RunPlan[]): RunPlan[] {
  const offset = plans.length - REPLAYED_RUNS;
  return plans.map((plan, index) => (index < offset ? plan : { ...plan, replay: index - offset, cutAt: null }));
}

/** The form of a random UUID (version 4), made of seeded numbers. */
function uuidFrom(random: Random): string {
  const variant = '89ab'.charAt(random.integer(0, 3));
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`;
}

import { OUTAGE_END, importFailure } from './made-up-failures';
import type { RunPlan } from './plan-runs';
import { randomFrom, type Random } from './random';
import type { RecordedEnd, RecordedTest } from './recorded-suite';
import { concerns, FLAKY, LIVES, REGRESSIONS, SLOW_DOWNS } from './stories';
import { moduleOf, type TestInRun } from './test-in-run';

const OUTAGE_SHARE = 0.85;
const BROKEN_SHARE = 0.7;

/** The tests of a run with their ends, in the order of the suite. */
export function testsOfRun(seed: string, plan: RunPlan, suite: readonly RecordedTest[]): TestInRun[] {
  const random = randomFrom(seed, 'tests', plan.id);
  const alive = suite.filter((test) => isAlive(plan, test.id));
  const broken = plan.condition === 'broken_change' ? breakModule(alive, random) : null;
  const tests = alive
    .filter((test) => broken?.missing !== moduleOf(test.id))
    .map((test) => ({
      id: test.id,
      durationMicros: durationIn(plan, test, random),
      attempts: attemptsOf(plan, test, broken?.failing ?? null, random),
    }));
  const missing = broken?.missing ?? null;
  return missing === null ? tests : [importFailure(missing), ...tests];
}

function isAlive({ job, daysAgo }: RunPlan, testId: string): boolean {
  return LIVES.every((life) => {
    if (!concerns(life, job.suite, testId, job)) return true;
    return daysAgo <= (life.bornDaysAgo ?? Infinity) && daysAgo > (life.removedDaysAgo ?? -Infinity);
  });
}

function durationIn({ job, daysAgo, nodeFactor }: RunPlan, test: RecordedTest, random: Random): number {
  const slower = SLOW_DOWNS.filter((story) => daysAgo <= story.fromDaysAgo && concerns(story, job.suite, test.id, job));
  const factor = slower.reduce((product, story) => product * story.factor, nodeFactor * random.factor(0.12));
  return Math.max(1, Math.round(test.durationMicros * factor));
}

function attemptsOf(plan: RunPlan, test: RecordedTest, broken: string | null, random: Random): RecordedEnd[] {
  const { failure, usual } = test;
  if (plan.condition === 'outage' && usual.status !== 'skip') {
    return random.chance(OUTAGE_SHARE) ? [OUTAGE_END] : [usual];
  }
  if (failure === null) return [usual];
  if (isRegressed(plan, test.id) || (broken === moduleOf(test.id) && random.chance(BROKEN_SHARE))) {
    return Array.from({ length: 1 + plan.job.retries }, () => failure);
  }
  return flakyAttempts(plan, test.id, { failure, usual }, random);
}

function isRegressed({ job, daysAgo }: RunPlan, testId: string): boolean {
  const isNow = (story: { fromDaysAgo: number; untilDaysAgo: number }) =>
    daysAgo <= story.fromDaysAgo && daysAgo > story.untilDaysAgo;
  return REGRESSIONS.some((story) => isNow(story) && concerns(story, job.suite, testId, job));
}

/** A flaky test that failed fails again more easily than one that did not: its cause is often the node. */
function flakyAttempts(
  { job, daysAgo }: RunPlan,
  testId: string,
  { failure, usual }: { failure: RecordedEnd; usual: RecordedEnd },
  random: Random,
): RecordedEnd[] {
  const story = FLAKY.find(
    (flaky) => concerns(flaky, job.suite, testId, job) && daysAgo <= (flaky.sinceDaysAgo ?? Infinity),
  );
  if (story === undefined || !random.chance(story.probability)) return [usual];
  const attempts = [failure];
  for (let retry = 0; retry < job.retries; retry++) {
    if (!random.chance(Math.min(2 * story.probability, 0.5))) return [...attempts, usual];
    attempts.push(failure);
  }
  return attempts;
}

/** A change at fault breaks the tests of one module; where none of its tests is known to fail, the module does not even import. */
function breakModule(
  suite: readonly RecordedTest[],
  random: Random,
): { failing: string | null; missing: string | null } {
  const canFail = suite.filter((test) => test.failure !== null);
  const victim = random.pick(canFail.length > 0 ? canFail : suite);
  const module = moduleOf(victim.id);
  return canFail.length > 0 ? { failing: module, missing: null } : { failing: null, missing: module };
}

import type { AttemptCollector } from './attempt-collector';
import type { AttemptToStore, TestToStore } from './run-to-store';
import { isFlaky } from './run-totals';
import { isFailing } from './status';
import { sharedNames } from './shared-names';
import { splitAttributes } from './test-name';

/** Attempts kept of one test; of a test that ran more often the latest are. */
export const MAX_ATTEMPTS = 65_535;

/**
 * Makes the tests of a run out of its attempts: names by the identity rule, attempts in order, the last one decides.
 *
 * The tests stand in the order of the collector's ids.
 */
export function buildTests(collector: AttemptCollector): TestToStore[] {
  collector.seal();
  const shared = sharedNames(collector.ids);
  const attempts = attemptsByTest(collector);
  return collector.ids.map((fullId, test) => {
    const { name, attrs } = identify(fullId, shared);
    const numbers = (attempts[test] ?? []).slice(-MAX_ATTEMPTS);
    return {
      name,
      fullId,
      attempts: numbers.map((attempt) => attemptToStore(collector, attempt, attrs)),
      flaky: numbers.length > 1 && isFlaky(numbers.map((attempt) => collector.statusOf(attempt))),
      failureMessage: lastMessage(collector, numbers),
    };
  });
}

/**
 * The number of each attempt within its test, from 1, as `buildTests` numbers them.
 *
 * An attempt that is not kept gets the number of the earliest one that is.
 */
export function attemptNumbers(collector: AttemptCollector): Uint32Array {
  const numbers = new Uint32Array(collector.attemptCount);
  const counts = new Uint32Array(collector.testCount);
  for (let attempt = 0; attempt < numbers.length; attempt++) {
    const test = collector.testOf.at(attempt);
    const number = (counts[test] ?? 0) + 1;
    counts[test] = number;
    numbers[attempt] = number;
  }
  for (let attempt = 0; attempt < numbers.length; attempt++) {
    const dropped = (counts[collector.testOf.at(attempt)] ?? 0) - MAX_ATTEMPTS;
    if (dropped > 0) numbers[attempt] = Math.max(1, (numbers[attempt] ?? 1) - dropped);
  }
  return numbers;
}

/** Brackets at the end are attributes, unless several ids of the run differ in nothing else: then they are parameters. */
function identify(fullId: string, shared: ReadonlySet<string>): { name: string; attrs: string | null } {
  const split = splitAttributes(fullId);
  if (split === null || shared.has(split.name)) return { name: fullId, attrs: null };
  return { name: split.name, attrs: split.attrs === '' ? null : split.attrs };
}

function attemptsByTest(collector: AttemptCollector): readonly number[][] {
  const attempts: number[][] = collector.ids.map(() => []);
  for (let attempt = 0; attempt < collector.attemptCount; attempt++) {
    attempts[collector.testOf.at(attempt)]?.push(attempt);
  }
  return attempts;
}

function attemptToStore(collector: AttemptCollector, attempt: number, attrs: string | null): AttemptToStore {
  return {
    status: collector.statusOf(attempt),
    startMicros: collector.startOf(attempt),
    stopMicros: collector.stopOf(attempt),
    labels: collector.labels.labelSet(collector.labelNumberOf(attempt), attrs),
  };
}

function lastMessage(collector: AttemptCollector, attempts: readonly number[]): string | null {
  const failing = attempts.findLast((attempt) => isFailing(collector.statusOf(attempt)));
  return failing === undefined ? null : collector.messageOf(failing);
}

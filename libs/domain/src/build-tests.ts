import type { AttemptCollector } from './attempt-collector';
import type { AttemptToStore, TestList, TestToStore } from './run-to-store';
import { isFlaky } from './run-totals';
import { isFailing } from './status';
import { sharedNames } from './shared-names';
import { splitAttributes } from './test-name';

/** Attempts kept of one test; of a test that ran more often the latest are. */
export const MAX_ATTEMPTS = 65_535;

/**
 * The tests of a run out of its attempts: names by the identity rule, attempts in order, the last one decides.
 *
 * They stand in the order of the collector's ids, and are made anew each time: the collector must not change any more.
 */
export function buildTests(collector: AttemptCollector): TestList {
  return new CollectedTests(collector);
}

class CollectedTests implements TestList {
  private readonly shared: ReadonlySet<string>;
  private readonly attempts: AttemptsByTest;

  constructor(private readonly collector: AttemptCollector) {
    collector.seal();
    this.shared = sharedNames(collector.ids);
    this.attempts = new AttemptsByTest(collector);
  }

  get length(): number {
    return this.collector.testCount;
  }

  at(index: number): TestToStore | undefined {
    const { collector } = this;
    const fullId = collector.ids[index];
    if (fullId === undefined) return undefined;
    const { name, attrs } = identify(fullId, this.shared);
    const numbers = this.attempts.of(index);
    return {
      name,
      fullId,
      attempts: numbers.map((attempt) => attemptToStore(collector, attempt, attrs)),
      flaky: numbers.length > 1 && isFlaky(numbers.map((attempt) => collector.statusOf(attempt))),
      failureMessage: lastMessage(collector, numbers),
    };
  }

  *[Symbol.iterator](): Generator<TestToStore> {
    for (let index = 0; index < this.length; index++) yield this.at(index) as TestToStore;
  }
}

/** The attempts of each test, in order, as one list of numbers and the place where each test's begin. */
class AttemptsByTest {
  private readonly begin: Uint32Array;
  private readonly sorted: Uint32Array;

  constructor({ testOf, testCount, attemptCount }: AttemptCollector) {
    const begin = new Uint32Array(testCount + 1);
    for (let attempt = 0; attempt < attemptCount; attempt++) increase(begin, testOf.at(attempt) + 1);
    for (let test = 0; test < testCount; test++) increase(begin, test + 1, begin[test]);
    const next = begin.slice();
    this.begin = begin;
    this.sorted = new Uint32Array(attemptCount);
    for (let attempt = 0; attempt < attemptCount; attempt++) {
      const test = testOf.at(attempt);
      this.sorted[next[test] ?? 0] = attempt;
      increase(next, test);
    }
  }

  /** The latest that are kept. */
  of(test: number): number[] {
    const begin = this.begin[test] ?? 0;
    const end = this.begin[test + 1] ?? begin;
    // Nearly every test: an array of one is made several times as fast as a copy of a part of a column.
    if (end - begin === 1) return [this.sorted[begin] ?? 0];
    return Array.from(this.sorted.subarray(Math.max(begin, end - MAX_ATTEMPTS), end));
  }
}

function increase(numbers: Uint32Array, index: number, by = 1): void {
  numbers[index] = (numbers[index] ?? 0) + by;
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

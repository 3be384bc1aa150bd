import type { RunToStore } from '@testmetrics/domain';

import type { RunPlaceIds } from './resolve-series';
import type { ResolvedTestRun } from './run-rows';

const FIRST_CAPACITY = 1024;

/** The ids of the label sets of all attempts of all tests, in a few bytes each. */
export class LabelSetIds {
  readonly #begin: Uint32Array;
  #ids = new Uint32Array(FIRST_CAPACITY);
  #tests = 0;
  #used = 0;

  constructor(tests: number) {
    this.#begin = new Uint32Array(tests + 1);
  }

  /** Makes room for the next tests, which have so many attempts each, and gives the place of the first attempt. */
  reserve(attempts: readonly number[]): number {
    const place = this.#used;
    for (const count of attempts) {
      this.#used += count;
      this.#begin[++this.#tests] = this.#used;
    }
    this.#grow(this.#used);
    return place;
  }

  /** The ids of attempts from a place on. */
  set(place: number, ids: readonly (number | null)[]): void {
    for (const [index, id] of ids.entries()) this.#ids[place + index] = id ?? 0;
  }

  /** Of each attempt of a test. */
  of(test: number): readonly (number | null)[] {
    const begin = this.#begin[test] ?? 0;
    const end = this.#begin[test + 1] ?? begin;
    // Nearly every test has one attempt, and this is asked once a test.
    if (end - begin === 1) return [idOrNull(this.#ids[begin])];
    return Array.from(this.#ids.subarray(begin, end), idOrNull);
  }

  #grow(length: number): void {
    if (length <= this.#ids.length) return;
    const larger = new Uint32Array(Math.max(length, this.#ids.length * 2));
    larger.set(this.#ids);
    this.#ids = larger;
  }
}

function idOrNull(id: number | undefined): number | null {
  return id === undefined || id === 0 ? null : id;
}

interface ResolvedRunParts {
  readonly run: RunToStore;
  readonly place: RunPlaceIds;
  /** In the order of the run's tests. */
  readonly testKeys: Float64Array;
  readonly labels: LabelSetIds;
}

/** What the rows of a run need besides the run. */
export class ResolvedRun {
  readonly place: RunPlaceIds;
  readonly #run: RunToStore;
  readonly #testKeys: Float64Array;
  readonly #labels: LabelSetIds;
  /** Positions of the run's tests in the order of their keys, which is that of the index. */
  readonly #byKey: Uint32Array;

  constructor({ run, place, testKeys, labels }: ResolvedRunParts) {
    this.place = place;
    this.#run = run;
    this.#testKeys = testKeys;
    this.#labels = labels;
    this.#byKey = new Uint32Array(testKeys.length);
    for (let position = 0; position < testKeys.length; position++) this.#byKey[position] = position;
    this.#byKey.sort((one, other) => (testKeys[one] ?? 0) - (testKeys[other] ?? 0));
  }

  /** The tests with their keys, in the order of these; each is made when its turn comes. */
  get testRuns(): Iterable<ResolvedTestRun> {
    const at = (position: number): ResolvedTestRun => this.#testRun(position);
    const positions = this.#byKey;
    return {
      *[Symbol.iterator]() {
        for (const position of positions) yield at(position);
      },
    };
  }

  get testCount(): number {
    return this.#testKeys.length;
  }

  /** Positions of the tests in the order of their keys, which is the order of `testRuns`. */
  get positionsByKey(): Uint32Array {
    return this.#byKey;
  }

  testKeyOf(position: number): number {
    return this.#testKeys[position] ?? 0;
  }

  #testRun(position: number): ResolvedTestRun {
    const test = this.#run.tests.at(position);
    if (test === undefined) throw new RangeError(`Test ${position} of the run was not resolved.`);
    return { test, testKey: this.#testKeys[position] ?? 0, labelSetIds: this.#labels.of(position) };
  }
}

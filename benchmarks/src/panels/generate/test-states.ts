import type { RunFacts } from './run-facts';
import type { Status } from './run-outcomes';
import { timeText } from './times';

const ALL_BITS = (1n << 64n) - 1n;

interface TestState {
  history: bigint;
  flakyHistory: bigint;
  length: number;
  consecutiveFails: number;
  readonly firstSeen: number;
  lastSeen: number;
  lastPassed: number | null;
  lastFailed: number | null;
  lastRunId: number;
  lastFailedRunId: number | null;
}

export const TEST_STATE_COLUMNS =
  'history, flaky_history, history_length, consecutive_fails, first_seen, last_seen, last_passed, last_failed, last_run_id, last_failed_run_id';

/** A run as the histories see it. */
export interface RunOfState {
  readonly id: number;
  readonly atMicros: number;
  readonly facts: RunFacts;
}

/** The rows of tm_test_states, kept while runs go by in the order of time. */
export class TestStates {
  readonly #groups = new Map<string, Map<number, TestState>>();

  /** @param head - Job and branch: `3,2`. */
  add(head: string, testKey: number, run: RunOfState, status: Status, flaky: boolean): void {
    const state = this.#stateOf(head, testKey, run);
    state.lastSeen = run.atMicros;
    state.lastRunId = run.id;
    if (status === 'skip' || run.facts.infra === 1) return;
    const failed = status === 'fail' || status === 'inprogress';
    // Nearly all histories are without a one; shifting them would be most of the work.
    if (failed || state.history !== 0n) state.history = ((state.history << 1n) | (failed ? 1n : 0n)) & ALL_BITS;
    if (flaky || state.flakyHistory !== 0n)
      state.flakyHistory = ((state.flakyHistory << 1n) | (flaky ? 1n : 0n)) & ALL_BITS;
    state.length = Math.min(64, state.length + 1);
    state.consecutiveFails = failed ? state.consecutiveFails + 1 : 0;
    if (!failed) state.lastPassed = run.atMicros;
    else {
      state.lastFailed = run.atMicros;
      state.lastFailedRunId = run.id;
    }
  }

  #stateOf(head: string, testKey: number, run: RunOfState): TestState {
    const group = this.#groups.get(head) ?? new Map<number, TestState>();
    this.#groups.set(head, group);
    const known = group.get(testKey);
    if (known !== undefined) return known;
    const state: TestState = {
      ...{ history: 0n, flakyHistory: 0n, length: 0, consecutiveFails: 0 },
      ...{ firstSeen: run.atMicros, lastSeen: run.atMicros, lastPassed: null, lastFailed: null },
      ...{ lastRunId: run.id, lastFailedRunId: null },
    };
    group.set(testKey, state);
    return state;
  }

  *rows(): Generator<string> {
    for (const [head, group] of this.#groups) {
      for (const [testKey, state] of group) {
        const times = [state.firstSeen, state.lastSeen, state.lastPassed, state.lastFailed].map(timeText);
        const counts = `${state.history},${state.flakyHistory},${state.length},${state.consecutiveFails}`;
        yield `(${head},${testKey},${counts},${times.join()},${state.lastRunId},${state.lastFailedRunId ?? 'NULL'})`;
      }
    }
  }
}

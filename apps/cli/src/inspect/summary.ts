import { durationSeconds, isFailing, totalsOf } from '@testmetrics/domain';
import type { RunTotals, TestToStore } from '@testmetrics/domain';
import type { Damage } from '@testmetrics/subunit';
import type { StreamFacts } from './view';

const SLOWEST_TESTS = 10;

/** What a person wants to know of one stream. Lists are whole; whoever prints them cuts them. */
export interface Summary extends StreamFacts {
  readonly totals: RunTotals;
  /** Ids that were announced and never run. */
  readonly listedOnly: number;
  /** A worker exited with a failure of its own. */
  readonly runnerFailed: boolean;
  /** Nothing unfinished, nothing damaged. */
  readonly complete: boolean;
  readonly firstStartMicros: number | null;
  readonly lastStopMicros: number | null;
  readonly failed: readonly { readonly id: string; readonly status: string; readonly message: string | null }[];
  readonly flaky: readonly { readonly id: string; readonly attempts: readonly string[] }[];
  readonly unfinished: readonly { readonly id: string; readonly status: string; readonly startMicros: number | null }[];
  readonly slowest: readonly { readonly id: string; readonly seconds: number }[];
  /** The first ones; `damageCount` counts all. */
  readonly damage: readonly Damage[];
}

interface Found {
  readonly tests: readonly TestToStore[];
  readonly listedOnly: number;
  readonly runnerFailed: boolean;
  readonly damage: readonly Damage[];
}

export function summarize(facts: StreamFacts, { tests, ...found }: Found): Summary {
  const totals = totalsOf(tests);
  return {
    ...facts,
    ...found,
    totals,
    complete: totals.unfinished === 0 && facts.damageCount === 0,
    ...timeSpan(tests),
    failed: tests
      .filter((test) => isFailing(lastOf(test).status))
      .map((test) => ({
        id: test.fullId,
        status: lastOf(test).status,
        message: test.failureMessage,
      })),
    flaky: tests
      .filter(({ flaky }) => flaky)
      .map(({ fullId, attempts }) => ({
        id: fullId,
        attempts: attempts.map(({ status }) => status),
      })),
    unfinished: tests
      .filter((test) => isUnfinished(lastOf(test).status))
      .map((test) => ({
        id: test.fullId,
        status: lastOf(test).status,
        startMicros: lastOf(test).startMicros,
      })),
    slowest: slowestOf(tests),
  };
}

function slowestOf(tests: readonly TestToStore[]): Summary['slowest'] {
  const timed = tests.flatMap((test) => {
    const seconds = durationSeconds(lastOf(test));
    return seconds === null || seconds === 0 ? [] : [{ id: test.fullId, seconds }];
  });
  return timed.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST_TESTS);
}

function timeSpan(tests: readonly TestToStore[]): Pick<Summary, 'firstStartMicros' | 'lastStopMicros'> {
  let first = Infinity;
  let last = -Infinity;
  for (const { startMicros, stopMicros } of tests.flatMap(({ attempts }) => attempts)) {
    if (startMicros !== null) first = Math.min(first, startMicros);
    if (stopMicros !== null) last = Math.max(last, stopMicros);
  }
  return {
    firstStartMicros: Number.isFinite(first) ? first : null,
    lastStopMicros: Number.isFinite(last) ? last : null,
  };
}

function isUnfinished(status: string): boolean {
  return status === 'inprogress' || status === 'unknown';
}

function lastOf({ attempts, fullId }: TestToStore): TestToStore['attempts'][number] {
  const last = attempts[attempts.length - 1];
  if (last === undefined) throw new Error(`expected at least one attempt of ${fullId}, found none`);
  return last;
}

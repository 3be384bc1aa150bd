import { JOB_SUM_COLUMNS, JobSums } from './job-sums';
import { isFlaky, lastOf, secondsOf } from './run-facts';
import type { GeneratedRun } from './run-rows';
import type { NumberedSeries } from './series-rows';
import type { Suite, SuiteTest } from './suites';
import type { TableWriter } from './table-writer';
import { TEST_STATE_COLUMNS, TestStates } from './test-states';
import { TEST_SUM_COLUMNS, TestSums } from './test-sums';
import { dayText } from './times';

interface SeriesSums {
  readonly seriesId: number;
  readonly day: TestSums;
  readonly month: TestSums;
  job: JobSums | null;
  readonly positions: ReadonlyMap<number, number>;
}

interface Counters {
  readonly test: SuiteTest;
  success: number;
  failure: number;
  timed: number;
  seconds: number;
}

/** What the rollup loop would have written. */
export class Rollups {
  readonly #writer: TableWriter;
  readonly #suiteOf: (series: NumberedSeries) => Suite;
  readonly #series = new Map<number, SeriesSums>();
  readonly #states = new TestStates();
  readonly #counters = new Map<number, Counters>();

  constructor(writer: TableWriter, suiteOf: (series: NumberedSeries) => Suite) {
    this.#writer = writer;
    this.#suiteOf = suiteOf;
  }

  /** Runs come in the order of time. */
  add(run: GeneratedRun): void {
    const sums = this.#sumsOf(run.series);
    sums.job ??= new JobSums();
    sums.job.add(run.facts);
    const place = `${run.series.jobId},${run.series.branchId}`;
    const state = { id: run.id, atMicros: run.startMicros, facts: run.facts };
    for (const outcome of run.outcomes) {
      const { status } = lastOf(outcome);
      const [flaky, seconds] = [isFlaky(outcome), secondsOf(outcome)];
      const position = sums.positions.get(outcome.test.key) ?? 0;
      sums.day.add(position, status, flaky, seconds);
      sums.month.add(position, status, flaky, seconds);
      this.#states.add(place, outcome.test.key, state, status, flaky);
      this.#count(outcome.test, status, seconds);
    }
  }

  #sumsOf(series: NumberedSeries): SeriesSums {
    const known = this.#series.get(series.id);
    if (known !== undefined) return known;
    const keys = this.#suiteOf(series).tests.map(({ key }) => key);
    const positions = new Map(keys.map((key, position) => [key, position]));
    const made = {
      seriesId: series.id,
      day: new TestSums(keys, { withDurations: true }),
      month: new TestSums(keys, { withDurations: false }),
      job: null,
      positions,
    };
    this.#series.set(series.id, made);
    return made;
  }

  #count(test: SuiteTest, status: string, seconds: number | null): void {
    const counters = this.#counters.get(test.key) ?? { test, success: 0, failure: 0, timed: 0, seconds: 0 };
    this.#counters.set(test.key, counters);
    if (status === 'fail') counters.failure += 1;
    if (status !== 'success' && status !== 'xfail') return;
    counters.success += 1;
    if (seconds === null) return;
    counters.timed += 1;
    counters.seconds += seconds;
  }

  async endDay(day: number): Promise<void> {
    for (const sums of this.#series.values()) {
      if (sums.job === null) continue;
      const head = `${sums.seriesId},'${dayText(day)}'`;
      await this.#writer.add(`tm_job_days (series_id, day, ${JOB_SUM_COLUMNS})`, [sums.job.row(head)]);
      await this.#writer.add('tm_job_day_durations (series_id, day, bucket, n)', sums.job.durationRows(head));
      await this.#writer.add(`tm_test_days (series_id, day, test_id, ${TEST_SUM_COLUMNS})`, sums.day.rows(head));
      await this.#writer.add('tm_test_day_durations (series_id, day, test_id, bucket, n)', sums.day.durationRows(head));
      sums.day.clear();
      sums.job = null;
    }
  }

  /** @param day - The last one of the month. */
  async endMonth(day: number): Promise<void> {
    for (const { seriesId, month } of this.#series.values()) {
      const head = `${seriesId},'${dayText(day).slice(0, 7)}-01'`;
      await this.#writer.add(`tm_test_months (series_id, month, test_id, ${TEST_SUM_COLUMNS})`, month.rows(head));
      month.clear();
    }
  }

  async end(): Promise<void> {
    await this.#writer.add(`tm_test_states (job_id, branch_id, test_id, ${TEST_STATE_COLUMNS})`, this.#states.rows());
    await this.#writer.add(
      'tests (id, test_id, run_count, success, failure, run_time, tm_timed_successes, tm_timed_seconds)',
      [...this.#counters.values()].map(testRow),
    );
  }
}

function testRow({ test, success, failure, timed, seconds }: Counters): string {
  const name = test.name.replaceAll('\\', '\\\\').replaceAll("'", "''");
  const mean = timed === 0 ? 'NULL' : seconds / timed;
  return `(${test.key},'${name}',${success + failure},${success},${failure},${mean},${timed},${seconds})`;
}

import { seededRandom } from '@testmetrics/harness';
import type { Connection } from 'mysql2/promise';
import { planDay, type PlannedRun } from './day-plan';
import { Rollups } from './rollups';
import { factsOf } from './run-facts';
import { outcomesOf } from './run-outcomes';
import { commitName, writeRun } from './run-rows';
import { numberSeries, writeSeries, type NumberedSeries } from './series-rows';
import { readSuites, type Suite } from './suites';
import { TableWriter } from './table-writer';
import { dayText } from './times';
import { ratesFor } from './workload';

export interface HistorySize {
  readonly rows: number;
  readonly days: number;
  readonly seed: number;
  /** The history ends here. */
  readonly endMicros: number;
}

export interface GenerateOptions {
  readonly connection: Connection;
  readonly size: HistorySize;
  /** Called every so many runs. */
  readonly onRuns: (runs: number, testRuns: number) => void;
}

const DAY_MICROS = 86_400e6;
const RUNS_A_CALL = 4_000;

/**
 * Writes a history into an empty, migrated database: the rows of the uploads and those of the rollup loop, made side by side
 * and sent in bulk. `testmetrics db check` tells whether they agree.
 */
export async function generateHistory({ connection, size, onRuns }: GenerateOptions): Promise<{ testRuns: number }> {
  const suites = readSuites();
  const series = numberSeries();
  const suiteOf = ({ plan }: NumberedSeries) => suites.get(plan.suite) as Suite;
  const rates = ratesFor(size.rows, size.days, (suite) => suites.get(suite)?.tests.length ?? 0);
  const random = seededRandom(size.seed);
  const writer = new TableWriter(connection);
  const rollups = new Rollups(writer, suiteOf);
  const commits = new Commits();
  await writeSeries(writer, series);
  let [runId, testRunId] = [1, 1];
  for (let day = Math.floor(size.endMicros / DAY_MICROS) - size.days + 1; day * DAY_MICROS <= size.endMicros; day++) {
    for (const plan of planDay({ day, series, rates }, suiteOf, random)) {
      const run = make(
        plan,
        { id: runId, firstTestRunId: testRunId, commitId: commits.idOf(plan.branchCommit) },
        suiteOf,
        random,
      );
      if (plan.startMicros + run.facts.wallSeconds * 1e6 >= size.endMicros) continue;
      await writeRun(writer, run);
      rollups.add(run);
      runId += 1;
      testRunId += run.outcomes.length;
      if (runId % RUNS_A_CALL === 0) onRuns(runId, testRunId);
    }
    await rollups.endDay(day);
    if (isLastOfMonth(day) || (day + 1) * DAY_MICROS > size.endMicros) await rollups.endMonth(day);
  }
  await rollups.end();
  await writer.add('tm_commits (id, name)', commits.rows());
  await writer.end();
  return { testRuns: testRunId - 1 };
}

function make(
  plan: PlannedRun,
  ids: { id: number; firstTestRunId: number; commitId: number },
  suiteOf: (series: NumberedSeries) => Suite,
  random: () => number,
) {
  const { series, startMicros, weather, node } = plan;
  const outcomes = outcomesOf({ suite: suiteOf(series), plan: series.plan, startMicros, weather }, random);
  return { ...ids, series, startMicros, node, cut: weather.cutAt !== null, outcomes, facts: factsOf(outcomes) };
}

function isLastOfMonth(day: number): boolean {
  return dayText(day + 1).endsWith('-01');
}

/** Numbers commits; row 1 is there already and means none. */
class Commits {
  readonly #ids = new Map<string, number>();
  #last = 1;

  idOf(name: string | null): number {
    const id = (name === null ? undefined : this.#ids.get(name)) ?? ++this.#last;
    if (name !== null) this.#ids.set(name, id);
    return id;
  }

  *rows(): Generator<string> {
    for (let id = 2; id <= this.#last; id++) yield `(${id},'${commitName(id)}')`;
  }
}

import { chooseValues, variablesOf, type Choices } from './choose-values';
import { fillIn } from './fill-in';
import type { HistoryDatabase } from './history-server';
import type { PanelQuery } from './read-panels';
import {
  countRows,
  isTimedEnough,
  noTiming,
  timedConnection,
  timeOnce,
  type TimedConnection,
  type Timing,
} from './time-query';

export const RANGES = { day: 1, week: 7, '90 days': 90, year: 365 } as const;
export type RangeName = keyof typeof RANGES;

/** A panel over a range, in every database. */
export interface PanelTiming {
  readonly query: PanelQuery;
  readonly range: RangeName;
  /** In the order of the databases. */
  readonly timings: readonly Timing[];
  /** As it was asked of the last database. */
  readonly sql: string;
}

/** The cheapest question, and one of a known size: what the machine can do at the moment. */
const FLOORS = {
  roundTrip: 'SELECT 1',
  scan: 'SELECT SUM(few.tm_attempts) FROM (SELECT t.tm_attempts FROM test_runs AS t ORDER BY t.run_id, t.test_id LIMIT 100000) AS few',
} as const;

export interface Floors {
  readonly roundTrip: Timing;
  readonly scan: Timing;
}

interface Target {
  readonly database: HistoryDatabase;
  readonly choices: Choices;
  readonly timed: TimedConnection;
}

/**
 * Times every panel over every range. Databases take turns within a panel, and the floors run between them, so that
 * whatever else the machine does meets all of them.
 */
export async function timePanels(
  databases: readonly HistoryDatabase[],
  panels: readonly PanelQuery[],
  { repetitions, log }: { readonly repetitions: number; readonly log: (line: string) => void },
): Promise<{ readonly panels: readonly PanelTiming[]; readonly floors: Floors }> {
  const targets = await Promise.all(databases.map(open));
  const floors = { roundTrip: noTiming(), scan: noTiming() };
  const done: PanelTiming[] = [];
  for (const range of Object.keys(RANGES) as RangeName[]) {
    log(`  ${range}: ${panels.length} queries`);
    for (const query of panels) {
      done.push(await timePanel(query, range, targets, repetitions));
      await timeFloors(targets[0], floors);
    }
  }
  return { panels: done, floors };
}

async function open(database: HistoryDatabase): Promise<Target> {
  // The history's end is now, also for what the server thinks.
  await database.connection.query(`SET SESSION timestamp = ${database.endSeconds}, time_zone = '+00:00'`);
  const { connection, serverPid } = database;
  return {
    database,
    choices: await chooseValues(connection),
    timed: await timedConnection(connection, serverPid),
  };
}

async function timePanel(
  query: PanelQuery,
  range: RangeName,
  targets: readonly Target[],
  repetitions: number,
): Promise<PanelTiming> {
  const asked = targets.map(({ database, choices, timed }) => {
    const toSeconds = database.endSeconds;
    const span = { fromSeconds: toSeconds - RANGES[range] * 86_400, toSeconds };
    const sql = fillIn(query.sql, variablesOf(query, choices), span);
    return { timed, sql, timing: noTiming() };
  });
  try {
    for (const { timed, sql, timing } of asked) await countRows(timed.connection, sql, timing);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const { timed, sql, timing } of asked) {
        if (!isTimedEnough(timing)) await timeOnce(timed, sql, timing);
      }
    }
  } catch (error) {
    throw new Error(`${query.dashboard}, ${query.panel}, ${range}: ${String(error)}\n${asked.at(-1)?.sql}`, {
      cause: error,
    });
  }
  return { query, range, timings: asked.map(({ timing }) => timing), sql: asked.at(-1)?.sql ?? '' };
}

async function timeFloors(target: Target | undefined, floors: Floors): Promise<void> {
  if (target === undefined) return;
  await timeOnce(target.timed, FLOORS.roundTrip, floors.roundTrip);
  if (floors.roundTrip.ms.length % 10 === 1) await timeOnce(target.timed, FLOORS.scan, floors.scan);
}

import type { Session } from '../connection/session';

/** Sums by series and day. */
const BY_DAY = [
  'tm_test_days',
  'tm_test_day_durations',
  'tm_job_days',
  'tm_job_day_durations',
  'tm_metadata_days',
] as const;

/** What tests did last in a job on a branch. */
const BY_PLACE = ['tm_test_states', 'tm_test_timings'] as const;

const SUMS = [
  ...['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'],
  ...['timed', 'seconds', 'passed_timed', 'passed_seconds'],
] as const;

/** So many series in one statement. */
const SERIES_AT_A_TIME = 50;

/**
 * Empties the shared tables but for what cannot be made again, because raw rows that it was made of are gone (`db prune`).
 * May be repeated.
 */
export async function emptyRollups(session: Session): Promise<void> {
  const [row] = await session.arrays('SELECT COUNT(*) FROM tm_pruned_days');
  if (Number(row?.[0] ?? 0) === 0) {
    for (const table of [...BY_DAY, ...BY_PLACE, 'tm_test_months']) await session.execute(`TRUNCATE TABLE ${table}`);
    return;
  }
  for (const table of BY_DAY) await emptyDays(session, table);
  for (const table of BY_PLACE) {
    await session.execute(
      `DELETE ${table} FROM ${table} LEFT JOIN tm_pruned_places
           ON tm_pruned_places.job_id = ${table}.job_id AND tm_pruned_places.branch_id = ${table}.branch_id
        WHERE tm_pruned_places.job_id IS NULL`,
    );
  }
  await makeMonthsOfDays(session);
}

async function emptyDays(session: Session, table: string): Promise<void> {
  const [last] = await session.arrays('SELECT COALESCE(MAX(tm_series.id), 0) FROM tm_series');
  for (let from = 0; from <= Number(last?.[0] ?? 0); from += SERIES_AT_A_TIME) {
    await session.execute(
      `DELETE ${table} FROM ${table} LEFT JOIN tm_pruned_days
           ON tm_pruned_days.series_id = ${table}.series_id AND tm_pruned_days.day = ${table}.day
        WHERE ${table}.series_id >= ${from} AND ${table}.series_id < ${from + SERIES_AT_A_TIME}
          AND tm_pruned_days.series_id IS NULL`,
    );
  }
}

/** The days that are left are added up; the others come back with their runs. */
async function makeMonthsOfDays(session: Session): Promise<void> {
  await session.execute('TRUNCATE TABLE tm_test_months');
  await session.execute(
    `INSERT INTO tm_test_months (series_id, month, test_id, ${SUMS.join(', ')})
     SELECT tm_test_days.series_id, tm_test_days.day - INTERVAL (DAYOFMONTH(tm_test_days.day) - 1) DAY AS month,
            tm_test_days.test_id, ${SUMS.map((name) => `SUM(tm_test_days.${name})`).join(', ')}
       FROM tm_test_days GROUP BY tm_test_days.series_id, month, tm_test_days.test_id`,
  );
}

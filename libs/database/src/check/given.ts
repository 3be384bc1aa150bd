/**
 * Rows of shared tables that are given, since raw rows that they were made of are gone (`db prune`): conditions on the keys of a
 * comparison. Nothing can be said of them any more.
 */

/** Sums of tests of a series on a day. */
export const GIVEN_DAY = givenDay('tm_pruned_days.day = both_sides.day');

/** Sums of runs of a series on a day: given only where the runs themselves are gone. */
export const GIVEN_RUN_DAY = givenDay('tm_pruned_days.day = both_sides.day AND tm_pruned_days.removed_runs > 0');

/** Sums of a month, which are compared with those of its days instead. */
export const GIVEN_MONTH = givenDay(
  'tm_pruned_days.day >= both_sides.month AND tm_pruned_days.day < both_sides.month + INTERVAL 1 MONTH',
);

/** What a test did last in a job on a branch. */
export const GIVEN_PLACE = `EXISTS (SELECT 1 FROM tm_pruned_places
  WHERE tm_pruned_places.job_id = both_sides.job_id AND tm_pruned_places.branch_id = both_sides.branch_id)`;

function givenDay(condition: string): string {
  return `EXISTS (SELECT 1 FROM tm_pruned_days WHERE tm_pruned_days.series_id = both_sides.series_id AND ${condition})`;
}

/** Runs whose tests are there. */
export const HAS_TESTS = 'tm_runs.run_id NOT IN (SELECT tm_pruned_runs.run_id FROM tm_pruned_runs)';

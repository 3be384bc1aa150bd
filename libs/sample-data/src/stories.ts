import type { SuiteName } from './sample-jobs';
import { DAY, HOUR, isWeekend, startOfDay } from './time';

/** Something that happens in the history; days count back from its end (0 is the last day). */
interface Story {
  readonly suite: SuiteName;
  /** The tests whose ids begin so. */
  readonly tests: string;
  /** Only in jobs and on branches whose names begin so; everywhere where absent. */
  readonly job?: string;
  readonly branch?: string;
}

/** A test that fails now and then without a reason in the change. */
export interface FlakyStory extends Story {
  readonly probability: number;
  readonly sinceDaysAgo?: number;
}

/** Tests that fail from one merge on until another one repairs them. */
export interface RegressionStory extends Story {
  readonly fromDaysAgo: number;
  readonly untilDaysAgo: number;
}

/** Tests that take longer from one day on. */
export interface SlowDownStory extends Story {
  readonly fromDaysAgo: number;
  readonly factor: number;
}

/** Tests that were written, or deleted, during the history. */
export interface LifeStory extends Story {
  readonly bornDaysAgo?: number;
  readonly removedDaysAgo?: number;
}

export const FLAKY: readonly FlakyStory[] = [
  { suite: 'shop', tests: 'test_shop.CartTest.test_checkout_timeout', probability: 0.14 },
  { suite: 'shop', tests: 'test_shop.CartTest.test_cache_eviction', probability: 0.2, sinceDaysAgo: 17 },
  { suite: 'shop', tests: 'test_shop.CartTest.test_session_race', probability: 0.05 },
  { suite: 'stestr', tests: 'stestr.tests.test_return_codes.TestReturnCodes.test_list', probability: 0.04 },
  { suite: 'stestr', tests: 'stestr.tests.test_return_codes.TestReturnCodes.test_history_remove', probability: 0.06 },
  { suite: 'osloConcurrency', tests: 'oslo_concurrency.tests.unit.test_lockutils_eventlet.', probability: 0.05 },
  { suite: 'subunit', tests: 'subunit.tests.test_test_protocol.TestExecTestCase.test_run', probability: 0.04 },
  { suite: 'subunit2sql', tests: 'subunit2sql.tests.test_shell.TestMain.test_main', probability: 0.03 },
  {
    suite: 'osloLog',
    tests: 'oslo_log.tests.unit.test_log.LogConfigTestCase.test_log_config_append_un',
    probability: 0.02,
  },
];

export const REGRESSIONS: readonly RegressionStory[] = [
  {
    suite: 'stestr',
    tests: 'stestr.tests.test_return_codes.TestReturnCodes.test_parallel',
    fromDaysAgo: 61,
    untilDaysAgo: 57.6,
  },
  {
    suite: 'subunit2sql',
    tests: 'subunit2sql.tests.db.test_api.TestDatabaseAPI.',
    fromDaysAgo: 41.5,
    untilDaysAgo: 36.5,
  },
  {
    suite: 'shop',
    tests: 'test_shop.CartTest.test_currency_rounding',
    branch: 'master',
    fromDaysAgo: 22,
    untilDaysAgo: 18.9,
  },
  // A bug that was repaired by chance: the test that expects it has failed ever since.
  { suite: 'shop', tests: 'test_shop.ReportTest.test_known_bug_1234', fromDaysAgo: 5, untilDaysAgo: -Infinity },
];

export const SLOW_DOWNS: readonly SlowDownStory[] = [
  {
    suite: 'osloLog',
    tests: 'oslo_log.tests.unit.test_log.',
    job: 'openstack-tox-py312',
    fromDaysAgo: 26,
    factor: 2.4,
  },
  { suite: 'shop', tests: 'test_shop.CatalogTest.test_image_resize', fromDaysAgo: 33, factor: 1.8 },
  { suite: 'shop', tests: 'test_shop.CatalogTest.test_image_resize', fromDaysAgo: 15, factor: 1.7 },
];

export const LIVES: readonly LifeStory[] = [
  { suite: 'shop', tests: 'test_shop.ReportTest.test_new_loyalty', bornDaysAgo: 15 },
  { suite: 'shop', tests: 'test_shop.ReportTest.test_legacy_export', removedDaysAgo: 10 },
  { suite: 'cliff', tests: 'cliff.tests.test_formatters_yaml.', bornDaysAgo: 64 },
  { suite: 'stestr', tests: 'stestr.tests.test_bisect_tests.', bornDaysAgo: 47 },
];

/**
 * When the cloud that the nodes of changes come from is unwell: whatever needs the network fails.
 *
 * Working hours of a working day about twelve days before the end, so that there are runs to fail.
 */
export function outageOf(endMicros: number): { readonly fromMicros: number; readonly untilMicros: number } {
  let day = startOfDay(endMicros) - 12 * DAY;
  while (isWeekend(day)) day -= DAY;
  return { fromMicros: day + 8 * HOUR, untilMicros: day + 18 * HOUR };
}

/** How often a run ends in the middle of its stream, because its node was lost or its time was up. */
export const TRUNCATED_SHARE = 0.008;

/** How often a proposed change is at fault itself. */
export const BROKEN_CHANGE_SHARE = 0.12;

/** Whether a story is told of this test in this job. */
export function concerns(
  story: Story,
  suite: SuiteName,
  testId: string,
  job: { name: string; branch: string },
): boolean {
  return (
    story.suite === suite &&
    testId.startsWith(story.tests) &&
    job.name.startsWith(story.job ?? '') &&
    job.branch.startsWith(story.branch ?? '')
  );
}

import { TEST_LINK } from '../links';
import { type Column, count, failureShare, linked, seconds, WIDE, width } from '../panels/table-panel';

/** A page of tests with what they did: the columns of `testsByPrefix`. */
export const TEST_COLUMNS: Readonly<Record<string, Column>> = {
  Test: [...WIDE, ...linked(TEST_LINK)],
  Passed: count(85),
  Failed: count(80),
  Skipped: count(85),
  Flaky: count(75),
  'Failure rate': failureShare(110),
  'Mean duration': seconds(120),
  Note: width(110),
  'Tests found': count(110),
};

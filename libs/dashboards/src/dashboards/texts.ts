/** Sentences that more than one panel needs. */
export const NO_RUNS = 'No runs in this time range';
export const NO_TESTS = 'No tests in this time range';
export const NO_FAILURES = 'No failures in this time range';

export const WHOLE_DAYS = 'Ranges of more than 14 days count whole UTC days.';
export const WHOLE_DAYS_TESTS = 'Ranges of more than 2 days count whole UTC days.';
export const FAILED_TEST =
  'A test counts as failed when its last attempt failed, passed against expectation, or never ended; skipped tests are in no rate.';
export const AT_LEAST =
  'Ranked by "At least": the lower end of the 95 % interval (Wilson) of the rate, so that 1 failure in 1 run does not come first.';

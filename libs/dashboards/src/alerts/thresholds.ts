/** Every number that decides whether an alert fires. Change them here and run `npm run generate`. */
export const THRESHOLDS = {
  jobFailureRate: {
    /** By how much the failure rate of the last `hours`, at its lower end, exceeds the usual one: 0.1 = ten points. */
    excess: 0.1,
    hours: 24,
    /** What is usual: the rate of so many days before, of a job with at least so many runs in them. */
    usualDays: 30,
    usualMinRuns: 10,
  },
  silentJob: {
    /** Whole days beyond the longest pause that the job made between two days with runs. */
    days: 1,
    /** What is usual is seen in so many days; a job with runs on fewer of them does not normally run. */
    usualDays: 28,
    usualMinDays: 4,
  },
  failingInARow: {
    /** Failures of a test in a row, in a job and on a branch, up to its newest result. */
    times: 5,
    /** Tests whose newest failure is older are quiet. */
    days: 7,
  },
  rollupLag: {
    /** Seconds that the oldest run waits to be counted, for `minutes` minutes. */
    seconds: 300,
    minutes: 5,
  },
  refusedUploads: {
    /** Refused uploads of one kind in the last `hours`. */
    uploads: 10,
    hours: 1,
  },
} as const;

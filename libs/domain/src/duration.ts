import type { AttemptStatus } from './run-to-store';
import { isFinal } from './status';

interface Timed {
  readonly status: AttemptStatus;
  readonly startMicros: number | null;
  readonly stopMicros: number | null;
}

/**
 * How long an attempt took, in seconds.
 *
 * @returns `null` (left out of every sum) where it never ended, a time is missing, or it stopped before it started.
 */
export function durationSeconds({ status, startMicros, stopMicros }: Timed): number | null {
  if (!isFinal(status) || startMicros === null || stopMicros === null || stopMicros < startMicros) return null;
  return (stopMicros - startMicros) / 1e6;
}

export const DURATION_BUCKETS = 128;
const SMALLEST_SECONDS = 0.001;
const BUCKETS_PER_DOUBLING = 4;

/** The bucket of the logarithmic histogram of durations: four a doubling, from a millisecond to about 38 days. */
export function durationBucket(seconds: number): number {
  const bucket = Math.floor(BUCKETS_PER_DOUBLING * Math.log2(seconds / SMALLEST_SECONDS));
  return Math.min(Math.max(bucket, 0), DURATION_BUCKETS - 1);
}

/** The smallest duration of a bucket, in seconds; bucket 0 also holds everything below it. */
export function bucketLowerSeconds(bucket: number): number {
  return SMALLEST_SECONDS * 2 ** (bucket / BUCKETS_PER_DOUBLING);
}

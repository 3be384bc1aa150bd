import { durationBucket } from '@testmetrics/domain';

/** Counts by duration bucket; only the buckets that have any. */
export type Histogram = Map<number, number>;

export function addToHistogram(histogram: Histogram, seconds: number): void {
  const bucket = durationBucket(seconds);
  histogram.set(bucket, (histogram.get(bucket) ?? 0) + 1);
}

import type { AttemptRecord } from './attempt-record';
import { normalizeMimeType } from './mime-type';
import { formatMicros } from './time';

/** A record as people and scripts read it: `testmetrics inspect --format outcomes`. */
export interface OutcomeRecord {
  readonly id: string;
  readonly status: string;
  readonly start: string | null;
  readonly stop: string | null;
  readonly tags: readonly string[];
  readonly details: Readonly<Record<string, { readonly mime: string; readonly size: number; readonly chunks: number }>>;
}

export function toOutcomeRecord(record: AttemptRecord): OutcomeRecord {
  const details = [...record.details.values()].map(
    ({ fileName, mimeType, size, chunks }) => [fileName, { mime: normalizeMimeType(mimeType), size, chunks }] as const,
  );
  return {
    id: record.testId,
    status: record.status,
    start: record.startMicros === null ? null : formatMicros(record.startMicros),
    stop: record.stopMicros === null ? null : formatMicros(record.stopMicros),
    tags: record.tags,
    details: Object.fromEntries(details),
  };
}

import { encodeEvent } from '@testmetrics/subunit';
import type { Status } from '@testmetrics/subunit';

export interface TestInStream {
  readonly id: string;
  readonly status?: Status;
  readonly startMicros?: number | null;
  readonly stopMicros?: number | null;
  readonly tags?: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** 2026-09-01 03:17 UTC. */
export const START_MICROS = Date.UTC(2026, 8, 1, 3, 17) * 1000;

/** A v2 stream in which these tests ran, one after the other. */
export function streamOf(tests: readonly (TestInStream | string)[]): Buffer {
  return Buffer.concat(
    tests.flatMap((test, index) => packetsOf(typeof test === 'string' ? { id: test } : test, index)),
  );
}

function packetsOf(
  { id: testId, status = 'success', tags, files = {}, ...times }: TestInStream,
  index: number,
): Uint8Array[] {
  const { startMicros = START_MICROS + index * 1_000_000, stopMicros = START_MICROS + index * 1_000_000 + 250_000 } =
    times;
  const start = encodeEvent({
    testId,
    status: 'inprogress',
    ...(startMicros === null ? {} : { timestampMicros: startMicros }),
  });
  if (status === 'inprogress') return [start];
  const contents = Object.entries(files).map(([fileName, content]) =>
    encodeEvent({ testId, fileName, fileBytes: Buffer.from(content), mimeType: 'text/plain; charset=utf8' }),
  );
  const stop = { testId, status, ...(tags === undefined ? {} : { tags }) };
  return [
    start,
    ...contents,
    encodeEvent({ ...stop, ...(stopMicros === null ? {} : { timestampMicros: stopMicros }) }),
  ];
}

import { testId } from '@testmetrics/harness';
import { encodeEvent } from '@testmetrics/subunit';
import type { SubunitEvent } from '@testmetrics/subunit';

const CHUNK_BYTES = 256 * 1024;
const PIECE_BYTES = 64 * 1024;

/** A stream that is made while it is sent; only the chunk at hand is in memory. */
export interface LargeStream {
  readonly name: string;
  readonly chunks: () => Generator<Uint8Array>;
}

/** Few tests with large logs, sent in pieces of 64 KiB as runners do. */
export function largeAttachments(bytes: number, logBytes: number): LargeStream {
  const tests = Math.ceil(bytes / logBytes);
  return {
    name: `${tests} tests with logs of ${megabytes(logBytes)}`,
    chunks: () => inChunks(packets(tests, logBytes)),
  };
}

/** As many tests as a run may have, each with a log of a few kilobytes. */
export function manyTests(bytes: number, tests: number): LargeStream {
  const logBytes = Math.floor(bytes / tests);
  return { name: `${tests} tests with logs of ${logBytes} bytes`, chunks: () => inChunks(packets(tests, logBytes)) };
}

/** The same as a JUnit report, whose text has to be unescaped. */
export function manyTestsAsJunit(bytes: number, tests: number): LargeStream {
  const logBytes = Math.floor(bytes / tests);
  return {
    name: `JUnit, ${tests} tests with output of ${logBytes} bytes`,
    chunks: () => inChunks(testcases(tests, logBytes)),
  };
}

function* testcases(tests: number, logBytes: number): Generator<Uint8Array> {
  const line = '2026-09-01 03:17:00,123 INFO [service.request] &lt;a line&gt; of a log &amp; more\n';
  const text = line.repeat(Math.max(1, Math.round(logBytes / line.length)));
  yield Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite name="memory" tests="${tests}">\n`);
  for (let number = 0; number < tests; number++) {
    const failure = number % 50 === 0 ? '<failure message="expected 200, found 500">at line 7</failure>' : '';
    yield Buffer.from(
      `<testcase classname="memory.api.Test${number % 997}" name="test_${number}" time="0.25">${failure}<system-out>${text}</system-out></testcase>\n`,
    );
  }
  yield Buffer.from('</testsuite></testsuites>\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function* packets(tests: number, logBytes: number): Generator<Uint8Array> {
  const text = Buffer.from('2026-09-01 03:17:00,123 INFO [service.request] a line of a log\n'.repeat(2000));
  let timestampMicros = Date.UTC(2026, 8, 1, 3, 17) * 1000;
  for (let number = 0; number < tests; number++) {
    const base: Partial<SubunitEvent> = { testId: testId('memory', number), tags: [`worker-${number % 4}`] };
    timestampMicros += 1000;
    yield encodeEvent({ ...base, status: 'inprogress', timestampMicros });
    for (let left = logBytes; left > 0; left -= PIECE_BYTES) {
      const fileBytes = text.subarray(0, Math.min(left, PIECE_BYTES));
      yield encodeEvent({
        ...base,
        fileName: 'log',
        mimeType: 'text/plain',
        fileBytes,
        eof: left <= PIECE_BYTES,
        timestampMicros,
      });
    }
    const status = number % 50 === 0 ? 'fail' : 'success';
    yield encodeEvent({ ...base, status, timestampMicros: timestampMicros + 900 });
  }
}

function* inChunks(packets: Iterable<Uint8Array>): Generator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for (const packet of packets) {
    held.push(packet);
    bytes += packet.length;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

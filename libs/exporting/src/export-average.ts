import type { TestTime } from '@testmetrics/database';
import { encodeV1Test, PacketStream } from '@testmetrics/subunit';
import { addPacket } from './encode-leniently';
import { inPieces } from './in-pieces';
import { toV1Test } from './subunit1-test';

/** The formats that a list of mean times is given in. */
export const AVERAGE_FORMATS = ['subunit2', 'subunit1'] as const;

export type AverageFormat = (typeof AVERAGE_FORMATS)[number];

/**
 * One success a test that takes its mean time, as `sql2subunit --average` gives it: what a runner needs to know how long its
 * tests take.
 *
 * @param startMicros - of every test
 */
export function exportAverage(
  times: AsyncIterable<readonly TestTime[]>,
  { format, startMicros }: { readonly format: AverageFormat; readonly startMicros: number },
): AsyncGenerator<Uint8Array> {
  return inPieces(format === 'subunit2' ? packets(times, startMicros) : lines(times, startMicros));
}

async function* packets(times: AsyncIterable<readonly TestTime[]>, startMicros: number): AsyncGenerator<Uint8Array> {
  const packets = new PacketStream();
  for await (const page of times) {
    for (const { name: testId, seconds } of page) {
      addPacket(packets, { testId, status: 'inprogress', timestampMicros: startMicros });
      addPacket(packets, { testId, status: 'success', timestampMicros: stopOf(startMicros, seconds) });
    }
    yield packets.take();
  }
}

async function* lines(times: AsyncIterable<readonly TestTime[]>, startMicros: number): AsyncGenerator<Uint8Array> {
  for await (const page of times) {
    for (const { name, seconds } of page) {
      const test = { name, attempts: 1, flaky: false, failureMessage: null };
      const labels = { attrs: null, tags: [], routeCode: null, files: [] };
      const stopMicros = stopOf(startMicros, seconds);
      yield* encodeV1Test(toV1Test({ test, number: 1, status: 'success', startMicros, stopMicros, ...labels }));
    }
  }
}

function stopOf(startMicros: number, seconds: number): number {
  return startMicros + Math.round(seconds * 1e6);
}

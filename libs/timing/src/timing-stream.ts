import { EncodeError, PacketStream } from '@testmetrics/subunit';
import { type TestDuration } from './test-duration';

/** 2026-01-01, when every test begins: a runner looks at how long a test took and not at when. */
const START_MICROS = 1_767_225_600_000_000;

export interface TimingStream {
  readonly bytes: Uint8Array;
  /** Ids that the protocol cannot carry: with a NUL, or with half a character. */
  readonly leftOut: readonly string[];
}

/**
 * A subunit stream, version 2, that tells a runner how long each test takes: two packets a test, start and success,
 * without tags, head or tail, so that streams may be put one behind the other. `stestr load` and `testr load` take it.
 *
 * Always success: a failure would stand among the failing tests of the runner. Always two packets with times: without a
 * time testr takes its own clock, and with one packet the duration is 0.
 */
export function timingStream(durations: readonly TestDuration[]): TimingStream {
  const packets = new PacketStream();
  const leftOut: string[] = [];
  for (const { id: testId, micros } of durations) {
    const before = packets.size;
    try {
      packets.add({ testId, status: 'inprogress', timestampMicros: START_MICROS });
      packets.add({ testId, status: 'success', timestampMicros: START_MICROS + micros });
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      packets.dropBehind(before);
      leftOut.push(testId);
    }
  }
  return { bytes: packets.take(), leftOut };
}

import { encodeEvent, EncodeError } from '@testmetrics/subunit';
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
  const packets: Uint8Array[] = [];
  const leftOut: string[] = [];
  for (const { id, micros } of durations) {
    try {
      const start = encodeEvent({ testId: id, status: 'inprogress', timestampMicros: START_MICROS });
      packets.push(start, encodeEvent({ testId: id, status: 'success', timestampMicros: START_MICROS + micros }));
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      leftOut.push(id);
    }
  }
  return { bytes: joined(packets), leftOut };
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

import type { ExportedAttempt, ExportedFile } from '@testmetrics/database';
import { isFinal } from '@testmetrics/domain';
import type { EventToEncode } from '@testmetrics/subunit';
import { encodableTime, encodeFilePackets, encodePacket } from './encode-leniently';
import { fullId } from './full-id';

/**
 * The packets of an attempt: its begin, its files, its outcome. The files stand at the time of the outcome, as runners
 * write them. An attempt that never ended has no outcome; a last packet without status says when it was last seen.
 */
export function* attemptPackets(attempt: ExportedAttempt): Generator<Uint8Array> {
  const { status, tags, files } = attempt;
  const begin = encodableTime(attempt.startMicros);
  const end = encodableTime(attempt.stopMicros);
  const common: EventToEncode = {
    testId: fullId(attempt),
    routeCode: attempt.routeCode,
  };
  yield encodePacket({ ...common, tags, timestampMicros: begin, status: status === 'unknown' ? null : 'inprogress' });
  for (const { fileName, contentType, content } of files) {
    const file = { fileName, mimeType: contentType, fileBytes: content };
    yield* encodeFilePackets({ ...common, ...file, timestampMicros: end });
  }
  if (isFinal(status)) yield encodePacket({ ...common, tags, timestampMicros: end, status });
  else if (files.length === 0 && end !== begin) yield encodePacket({ ...common, timestampMicros: end });
}

/** The packets of a file that belongs to no test, text between packets included. */
export function runFilePackets({ fileName, contentType, content }: ExportedFile): Uint8Array[] {
  return encodeFilePackets({ fileName, mimeType: contentType, fileBytes: content });
}

/**
 * Says again that a worker exited with a failure. It is said once, without a time: how often and when it was, is not stored.
 */
export function returncodePacket(): Uint8Array {
  return encodePacket({ testId: 'process-returncode', status: 'fail', runnable: false });
}

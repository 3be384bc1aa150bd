import type { ExportedAttempt, ExportedFile } from '@testmetrics/database';
import { isFinal } from '@testmetrics/domain';
import { encodableTime, encodeFilePackets, encodePacket } from './encode-leniently';
import { fullId } from './full-id';

/**
 * The packets of an attempt: its begin, its files, its outcome. The files stand at the time of the outcome, as runners
 * write them. An attempt that never ended has no outcome; a last packet without status says when it was last seen.
 *
 * @param packets - takes them: there are tens of thousands, so nothing is made for each but the packet
 */
export function addAttemptPackets(attempt: ExportedAttempt, packets: Uint8Array[]): void {
  const { status, tags, files, routeCode } = attempt;
  const begin = encodableTime(attempt.startMicros);
  const end = encodableTime(attempt.stopMicros);
  const testId = fullId(attempt);
  const beginStatus = status === 'unknown' ? null : 'inprogress';
  packets.push(encodePacket({ testId, routeCode, tags, timestampMicros: begin, status: beginStatus }));
  for (const { fileName, contentType, content } of files) {
    const file = { fileName, mimeType: contentType, fileBytes: content };
    packets.push(...encodeFilePackets({ testId, routeCode, ...file, timestampMicros: end }));
  }
  if (isFinal(status)) packets.push(encodePacket({ testId, routeCode, tags, timestampMicros: end, status }));
  else if (files.length === 0 && end !== begin) packets.push(encodePacket({ testId, routeCode, timestampMicros: end }));
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

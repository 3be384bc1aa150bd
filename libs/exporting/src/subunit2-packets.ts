import type { ExportedAttempt, ExportedFile } from '@testmetrics/database';
import { isFinal } from '@testmetrics/domain';
import type { PacketStream } from '@testmetrics/subunit';
import { addFilePackets, addPacket, encodableTime } from './encode-leniently';
import { fullId } from './full-id';

/**
 * The packets of an attempt: its begin, its files, its outcome. The files stand at the time of the outcome, as runners
 * write them. An attempt that never ended has no outcome; a last packet without status says when it was last seen.
 */
export function addAttemptPackets(packets: PacketStream, attempt: ExportedAttempt): void {
  const { status, tags, files, routeCode } = attempt;
  const begin = encodableTime(attempt.startMicros);
  const end = encodableTime(attempt.stopMicros);
  const testId = fullId(attempt);
  const beginStatus = status === 'unknown' ? null : 'inprogress';
  addPacket(packets, { testId, routeCode, tags, timestampMicros: begin, status: beginStatus });
  for (const { fileName, contentType, content } of files) {
    const file = { fileName, mimeType: contentType, fileBytes: content };
    addFilePackets(packets, { testId, routeCode, ...file, timestampMicros: end });
  }
  if (isFinal(status)) addPacket(packets, { testId, routeCode, tags, timestampMicros: end, status });
  else if (files.length === 0 && end !== begin) addPacket(packets, { testId, routeCode, timestampMicros: end });
}

/** The packets of a file that belongs to no test, text between packets included. */
export function addRunFilePackets(packets: PacketStream, { fileName, contentType, content }: ExportedFile): void {
  addFilePackets(packets, { fileName, mimeType: contentType, fileBytes: content });
}

/**
 * Says again that a worker exited with a failure. It is said once, without a time: how often and when it was, is not stored.
 */
export function addReturncodePacket(packets: PacketStream): void {
  addPacket(packets, { testId: 'process-returncode', status: 'fail', runnable: false });
}

import { encodeEvent, encodeFile } from '@testmetrics/subunit';
import { concatenate } from './concatenate';
import type { ScheduledAttempt } from './schedule';

interface TimedPackets {
  readonly atMicros: number;
  readonly packets: readonly Uint8Array[];
}

/** The v2 stream of a run, packets in the order of their times, as a test runner with several workers writes it. */
export function writeStream(attempts: readonly ScheduledAttempt[], workers: number): Uint8Array {
  const timed = attempts.flatMap((attempt) => packetsOf(attempt, workers));
  timed.sort((a, b) => a.atMicros - b.atMicros);
  return concatenate(timed.flatMap(({ packets }) => packets));
}

function packetsOf(
  { testId, worker, startMicros, stopMicros, end }: ScheduledAttempt,
  workers: number,
): TimedPackets[] {
  const common = workers > 1 ? { testId, tags: [`worker-${worker}`], routeCode: String(worker) } : { testId };
  const files = end.attachments.flatMap(({ name, mimeType, bytes }) =>
    encodeFile({ ...common, fileName: name, fileBytes: bytes, mimeType, timestampMicros: stopMicros }),
  );
  const started = encodeEvent({ ...common, status: 'inprogress', timestampMicros: startMicros });
  const ended = encodeEvent({ ...common, status: end.status, timestampMicros: stopMicros });
  return [
    { atMicros: startMicros, packets: [started] },
    { atMicros: stopMicros, packets: [...files, ended] },
  ];
}

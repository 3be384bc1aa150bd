import { decodeAll, encodeEvent } from '@testmetrics/subunit';
import { concatenate } from './concatenate';

/** A recorded stream as if it had begun at another time; everything else stays as it was. */
export function replayStream(recorded: Uint8Array, startMicros: number): Uint8Array {
  const items = decodeAll(recorded);
  const times = items.flatMap((item) =>
    item.kind === 'event' && item.event.timestampMicros !== null ? [item.event.timestampMicros] : [],
  );
  const shift = startMicros - times.reduce((earliest, time) => Math.min(earliest, time), Infinity);
  const parts = items.flatMap((item) => {
    if (item.kind !== 'event') return item.kind === 'noise' ? [item.bytes] : [];
    const { timestampMicros } = item.event;
    return [encodeEvent({ ...item.event, timestampMicros: timestampMicros === null ? null : timestampMicros + shift })];
  });
  return concatenate(parts);
}

import { decodeAll, type SubunitEvent } from '@testmetrics/subunit';

/** What a stream says of one test in the end. */
export interface FinalRecord {
  readonly id: string;
  readonly status: string;
  readonly startMicros: number | null;
  readonly stopMicros: number | null;
  readonly tags: readonly string[];
}

/** The record of every test with a final status, sorted by id; of a repeated id the last one. Announcements are left out. */
export function finalRecords(stream: Uint8Array): FinalRecord[] {
  const starts = new Map<string, number | null>();
  const tags = new Map<string, readonly string[]>();
  const records = new Map<string, FinalRecord>();
  for (const item of decodeAll(stream)) {
    if (item.kind !== 'event' || item.event.testId === null) continue;
    const { event } = item;
    if (event.status === 'exists') continue;
    const id = event.testId as string;
    if (!starts.has(id)) starts.set(id, event.timestampMicros);
    if (event.tags !== null) tags.set(id, event.tags);
    if (!isFinal(event)) continue;
    const [startMicros = null, found = []] = [starts.get(id), tags.get(id)];
    records.set(id, {
      id,
      status: event.status as string,
      startMicros,
      stopMicros: event.timestampMicros,
      tags: found,
    });
    starts.delete(id);
    tags.delete(id);
  }
  return [...records.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

function isFinal({ status }: SubunitEvent): boolean {
  return status !== null && status !== 'inprogress';
}

import { toOutcomeRecord } from '@testmetrics/domain';
import type { AttemptRecord } from '@testmetrics/domain';
import { formatList, text } from './event-line';

/** One record of a test as a line of JSON: an object with the fields id, status, start, stop, tags and details. */
export function formatOutcomeLine(record: AttemptRecord): string {
  const { id, status, start, stop, tags, details } = toOutcomeRecord(record);
  const files = Object.entries(details).map(
    ([name, { mime, size, chunks }]) =>
      `${JSON.stringify(name)}: {"mime": ${JSON.stringify(mime)}, "size": ${size}, "chunks": ${chunks}}`,
  );
  return (
    `{"id": ${JSON.stringify(id)}, "status": "${status}", "start": ${text(start)}, "stop": ${text(stop)}, ` +
    `"tags": ${formatList(tags)}, "details": {${files.join(', ')}}}\n`
  );
}

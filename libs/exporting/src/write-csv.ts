import { csvTable, type CsvCell } from '@testmetrics/csv';
import type { ExportedAttempt, ExportedRun } from '@testmetrics/database';
import { durationSeconds, formatMicros } from '@testmetrics/domain';
import { fullId } from './full-id';

const HEADINGS = [
  ...['run', 'id', 'test', 'attempt', 'attempts', 'status', 'flaky', 'start', 'stop', 'seconds', 'attrs', 'tags'],
  ...['route', 'message', 'files', 'file_bytes'],
];

/** The first line of the table, which stands once where several runs are written one behind the other. */
export const CSV_HEADING_LINE = csvTable(HEADINGS, []).text;

/** A run as a table, a line an attempt; of files only their number and size. */
export async function* writeCsv({ run, attempts }: ExportedRun): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_HEADING_LINE);
  for await (const page of attempts()) {
    const rows = page.map((attempt) => toRow(run.uuid, attempt));
    yield Buffer.from(csvTable(HEADINGS, rows).text.slice(CSV_HEADING_LINE.length));
  }
}

function toRow(uuid: string, attempt: ExportedAttempt): readonly CsvCell[] {
  const { test, number, status, startMicros, stopMicros, attrs, tags, routeCode, files } = attempt;
  return [
    ...[uuid, fullId(attempt), test.name, number, test.attempts, status, test.flaky],
    ...[startMicros === null ? null : formatMicros(startMicros), stopMicros === null ? null : formatMicros(stopMicros)],
    ...[durationSeconds(attempt), attrs, JSON.stringify(tags), routeCode, test.failureMessage],
    ...[files.length, files.reduce((sum, { content }) => sum + content.length, 0)],
  ];
}

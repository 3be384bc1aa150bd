import { RunExportModel } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { CSV_HEADING_LINE, exportAverage, exportRun } from '@testmetrics/exporting';
import { systemClock } from '@testmetrics/runtime';
import { CommandError } from '../errors';
import type { ExportRequest } from './export-options';
import type { ByteOutput } from './open-output';
import { withoutHead } from './without-head';

/**
 * Writes the runs out of the database, one behind the other; or the mean times of all tests.
 *
 * @throws {CommandError} where there is no such run: then nothing was written
 */
export async function exportFromDatabase(
  database: Database,
  request: ExportRequest,
  output: ByteOutput,
): Promise<void> {
  const model = new RunExportModel(database);
  if (request.kind === 'average') {
    const options = { format: request.format, startMicros: systemClock.nowMicros() };
    for await (const piece of exportAverage(model.testTimes(), options)) await output.write(piece);
    return;
  }
  const { runs, format } = request;
  const found = await Promise.all(runs.map((run) => model.find(run)));
  for (const [index, run] of found.entries()) {
    if (run === null) throw unknownRun(runs[index] ?? '');
  }
  for (const [index, run] of found.entries()) {
    if (run === null) continue;
    const skipped = format === 'csv' && index > 0 ? Buffer.byteLength(CSV_HEADING_LINE) : 0;
    for await (const piece of withoutHead(exportRun(run, format), skipped)) await output.write(piece);
  }
}

function unknownRun(run: string): CommandError {
  return new CommandError(
    `there is no run ${JSON.stringify(run)}\n  what to do: take the id from the reply to its upload, or from /v1/runs`,
  );
}

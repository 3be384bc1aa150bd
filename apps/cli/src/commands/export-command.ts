import { AVERAGE_FORMATS, EXPORT_FORMATS } from '@testmetrics/exporting';
import { placeFlags } from '../asking/place';
import { defineCommand } from '../command';
import { withDatabase } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { exportFromDatabase } from '../export/from-database';
import { exportFromService } from '../export/from-service';
import { exportOptions } from '../export/export-options';
import type { ExportOptions } from '../export/export-options';
import { openOutput } from '../export/open-output';
import type { ByteOutput } from '../export/open-output';
import { defaultUrl } from '../service-url';
import type { Terminal } from '../terminal/terminal';

export const exportCommand = defineCommand({
  name: 'export',
  describe: 'Gives stored runs back as a stream: subunit, JUnit XML, JSON or CSV.',
  argument: { syntax: '[run...]', describe: 'ids of runs, as `upload` prints them' },
  flags: [
    { flags: '-f, --format <format>', describe: 'the form (default: subunit2)', choices: EXPORT_FORMATS },
    { flags: '-o, --output <file>', describe: 'write there instead of standard output: all of it or nothing' },
    {
      flags: '-a, --average',
      describe: `instead of a run: one success a test that takes its mean time (${AVERAGE_FORMATS.join(' or ')}; from the database, or from the service with --url)`,
    },
    ...placeFlags,
  ],
  examples: [
    'testmetrics export 0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a | subunit-stats',
    'testmetrics export 0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a --format junit --output report.xml',
    'testmetrics export --average --database "$DATABASE_URL" | stestr load',
  ],
  notes: `
Several runs come one behind the other: subunit streams joined, JSON documents one after the other, one CSV table.
JUnit XML holds one run. What each form can say: docs/export.md.`,
  options: exportOptions,
  handler: exportAll,
});

async function exportAll(options: ExportOptions, terminal: Terminal): Promise<ExitStatus> {
  const output = await openOutput(options.output, terminal);
  try {
    await write(options, output, terminal);
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  return EXIT.done;
}

async function write({ request, place }: ExportOptions, output: ByteOutput, terminal: Terminal): Promise<void> {
  if (place.kind === 'service') {
    await exportFromService({ request, base: place.url ?? defaultUrl(terminal) }, output);
    return;
  }
  await withDatabase({ database: place.url, json: false }, terminal, (database) =>
    exportFromDatabase(database, request, output),
  );
}

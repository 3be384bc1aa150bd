import { TIMING_FORMATS } from '@testmetrics/api-contract';
import { z } from 'zod';
import { placeMistake } from '../asking/place';
import { defineCommand } from '../command';
import { UsageError } from '../errors';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { openOutput } from '../export/open-output';
import type { Terminal } from '../terminal/terminal';
import { readTiming } from '../timing/read-timing';
import { timingFields, timingFlags } from '../timing/timing-options';

const options = z.object({
  ...timingFields,
  format: z.enum(TIMING_FORMATS).default('stream'),
  output: z.string().min(1, '--output: expected a file, found nothing').optional(),
});

export const timingCommand = defineCommand({
  name: 'timing',
  describe: 'Tells a runner how long every test of a job is expected to take.',
  flags: [
    ...timingFlags,
    { flags: '-f, --format <format>', describe: 'the form (default: stream)', choices: TIMING_FORMATS },
    { flags: '-o, --output <file>', describe: 'write there instead of standard output: all of it or nothing' },
  ],
  examples: [
    'testmetrics timing --job tempest-full --branch master | stestr load',
    'testmetrics timing --job unit --format json --output timing.json',
    'testmetrics timing --job unit --format dbm | tar -x -C .stestr',
  ],
  notes: `
stream is subunit for \`stestr load\` and \`testr load\`; dbm a tar of the files that both keep. Runners that have no
timing of their own: \`testmetrics split\`. Ends with 1, and writes nothing, where nothing is known. More: docs/timing.md.`,
  options,
  handler: write,
});

async function write(input: z.output<typeof options>, terminal: Terminal): Promise<ExitStatus> {
  const { job, format, output: file } = input;
  const mistake = placeMistake(input);
  if (mistake !== null) throw new UsageError(mistake);
  if (job === undefined) throw new UsageError('expected --job: tests of other jobs would be seeded too');
  if (format !== 'json' && file === undefined && terminal.stdoutIsTerminal) {
    throw new UsageError(`--format ${format} is no text: expected --output or a pipe, found a terminal`);
  }
  const bytes = await readTiming({ ...input, job }, format, terminal);
  const output = await openOutput(file, terminal);
  try {
    await output.write(bytes);
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  return EXIT.done;
}

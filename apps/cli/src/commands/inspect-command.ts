import { z } from 'zod';
import { defineCommand } from '../command';
import { CommandError } from '../errors';
import { EXIT, worstOf } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatCount } from '../format';
import { EventsView } from '../inspect/events-view';
import { inspectStream } from '../inspect/inspect-stream';
import { OutcomesView } from '../inspect/outcomes-view';
import { openInput } from '../inspect/read-file';
import { formatSummaryJson } from '../inspect/summary-json';
import { formatSummaryText } from '../inspect/summary-text';
import { SummaryView } from '../inspect/summary-view';
import type { StreamFacts, StreamView } from '../inspect/view';
import { showProgress } from '../terminal/progress';
import type { Terminal } from '../terminal/terminal';

const FORMATS = ['summary', 'events', 'outcomes'] as const;

const options = z
  .object({
    files: z.array(z.string()).min(1),
    format: z.enum(FORMATS).default('summary'),
    json: z.boolean().default(false),
  })
  .refine(({ files }) => files.filter((file) => file === '-').length <= 1, {
    error: 'standard input (-) can be read only once',
  });

type InspectOptions = z.output<typeof options>;

export const inspectCommand = defineCommand({
  name: 'inspect',
  describe:
    'Reads subunit streams, version 2 or 1, and JUnit XML reports, gzip or not, and shows what is in them. Touches no database.',
  takesFiles: true,
  flags: [
    { flags: '-f, --format <format>', describe: 'what to show (default: summary)', choices: FORMATS },
    { flags: '--json', describe: 'the summary as JSON, one line a file; events and outcomes always are' },
  ],
  examples: [
    'testmetrics inspect testrepository.subunit.gz',
    'stestr last --subunit | testmetrics inspect -',
    'testmetrics inspect target/surefire-reports/TEST-com.acme.CartTest.xml',
    'testmetrics inspect --format outcomes run.subunit | jq -r \'select(.status == "fail").id\'',
  ],
  notes: '\nEnds with 3 where a stream is damaged; what is intact is shown all the same.',
  options,
  handler: inspectAll,
});

async function inspectAll(input: InspectOptions, terminal: Terminal): Promise<ExitStatus> {
  const statuses: ExitStatus[] = [];
  for (const file of input.files) {
    try {
      const facts = await inspectOne(file, input, terminal);
      if (facts.damageCount > 0) terminal.say(`${file}: ${formatCount(facts.damageCount)} damaged places`);
      statuses.push(facts.damageCount > 0 ? EXIT.damaged : EXIT.done);
    } catch (error) {
      // One file that cannot be read is no reason to keep the others back.
      if (!(error instanceof CommandError) || input.files.length === 1) throw error;
      terminal.say(`testmetrics: ${error.message}`);
      statuses.push(EXIT.failed);
    }
  }
  return worstOf(statuses);
}

async function inspectOne(file: string, input: InspectOptions, terminal: Terminal): Promise<StreamFacts> {
  const { stdout, stdin } = terminal;
  const { bytes, writtenAtMicros, chunks } = await openInput(file, stdin);
  // Lines that scroll by and a bar that redraws itself do not go together.
  const drawsOn = input.format !== 'summary' && terminal.stdoutIsTerminal ? null : terminal.progressStream;
  const progress = showProgress({ progressStream: drawsOn }, { label: file, totalBytes: bytes });
  try {
    return await inspectStream(chunks, createView(input, terminal), {
      file,
      fallbackStartMicros: writtenAtMicros,
      onRead: (read) => progress.advance(read),
      settle: () => stdout.settle(),
    });
  } finally {
    progress.stop();
  }
}

function createView({ format, json }: InspectOptions, { stdout }: Terminal): StreamView {
  if (format === 'events') return new EventsView(stdout);
  if (format === 'outcomes') return new OutcomesView(stdout);
  return new SummaryView(stdout, json ? formatSummaryJson : formatSummaryText);
}

import { splitOf } from '@testmetrics/answers';
import { timingSchema } from '@testmetrics/api-contract';
import type { SplitBody, TimingBody } from '@testmetrics/api-contract';
import { GROUPINGS, idsWithLineBreaks } from '@testmetrics/timing';
import { z } from 'zod';
import { placeMistake } from '../asking/place';
import { defineCommand } from '../command';
import { CommandError, UsageError } from '../errors';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatCount } from '../format';
import { formatTable } from '../table';
import type { Terminal } from '../terminal/terminal';
import { readTiming } from '../timing/read-timing';
import { readBytes, readTestList } from '../timing/test-list';
import { timingFields, timingFlags, workerCount } from '../timing/timing-options';

const options = z.object({
  args: z.array(z.string()).max(1, 'expected one list of tests, found several'),
  ...timingFields,
  workers: workerCount('--workers'),
  worker: workerCount('--worker').optional(),
  group: z.enum(GROUPINGS).default('test'),
  timing: z.string().optional(),
  null: z.boolean().default(false),
  json: z.boolean().default(false),
});

type Options = z.output<typeof options>;

export const splitCommand = defineCommand({
  name: 'split',
  describe: 'Shares out tests among workers, so that all end at about the same time.',
  argument: { syntax: '[list]', describe: 'file with ids of tests, one a line; - is standard input' },
  flags: [
    ...timingFlags,
    { flags: '-n, --workers <n>', describe: 'among how many workers' },
    { flags: '-w, --worker <i>', describe: 'print the ids of this one, from 1' },
    { flags: '-g, --group <unit>', describe: 'what stays together (default: test)', choices: GROUPINGS },
    { flags: '-t, --timing <file>', describe: 'durations of `testmetrics timing --format json`, the same for all' },
    { flags: '-0, --null', describe: 'end each id with a NUL instead of a new line' },
    { flags: '--json', describe: 'print JSON: every share, or the one of --worker' },
  ],
  examples: [
    "pytest --collect-only -q | grep :: | testmetrics split -j unit -n 4 -w 1 - | xargs -rd '\\n' pytest",
    'go list ./... | testmetrics split --job go --workers 4 --worker 1 - | xargs -r go test',
    'testmetrics split --job unit --workers 4',
  ],
  notes: `
Without a list all tests whose duration is known are shared out; without --worker a table is printed. In a list, tests
that are new get the median of their class; files, classes and packages the sum of their tests. Every worker must get
the same answer: where runs come in meanwhile, write the durations to a file first and give all workers --timing FILE.
More: docs/timing.md.`,
  options,
  handler: print,
});

async function print(input: Options, terminal: Terminal): Promise<ExitStatus> {
  const { args, workers, worker, group } = input;
  checkUsage(input);
  const [list] = args;
  const ids = list === undefined ? null : await readTestList(list, terminal);
  const split = splitOf(await durations(input, terminal), { workers, worker, group }, ids);
  terminal.stdout.write(input.json ? `${JSON.stringify(split)}\n` : textOf(split, input));
  tellUnknown(split, terminal);
  return EXIT.done;
}

function checkUsage({ job, url, database, timing, workers, worker, ...input }: Options): void {
  const mistake = placeMistake({ url, database });
  if (mistake !== null) throw new UsageError(mistake);
  if ((job === undefined) === (timing === undefined))
    throw new UsageError('expected --job or --timing, and one of them');
  if (worker !== undefined && worker > workers) {
    throw new UsageError(`--worker: expected 1 to ${workers}, found ${worker}; where your CI counts from 0, add 1`);
  }
  if (input.null && (worker === undefined || input.json)) throw new UsageError('--null is for the ids of one --worker');
}

async function durations(input: Options, terminal: Terminal): Promise<TimingBody> {
  const { timing, job = '' } = input;
  const bytes =
    timing === undefined
      ? await readTiming({ ...input, job }, 'json', terminal)
      : await readBytes(timing, terminal.stdin);
  return parseTiming(Buffer.from(bytes).toString('utf8'), timing ?? 'the answer of the service');
}

function parseTiming(text: string, from: string): TimingBody {
  try {
    return timingSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CommandError(`${from}: expected what \`testmetrics timing --format json\` writes, found something else`, {
      cause,
    });
  }
}

function textOf(split: SplitBody, { worker, null: isNull }: Options): string {
  if (worker === undefined) return overview(split);
  const ids = split.items.flatMap(({ tests }) => tests);
  if (isNull) return ids.map((id) => `${id}\0`).join('');
  const [broken] = idsWithLineBreaks(ids);
  if (broken === undefined) return ids.map((id) => `${id}\n`).join('');
  throw new CommandError(
    `a list of lines cannot carry the test ${JSON.stringify(broken)}\n  what to do: use --null (and \`xargs -0\`), or --json`,
  );
}

function overview({ items }: SplitBody): string {
  const rows = items.map(({ worker, tests, seconds }) => [
    String(worker),
    formatCount(tests.length),
    seconds.toFixed(1),
  ]);
  const right = (title: string) => ({ title, align: 'right' }) as const;
  return formatTable([right('Worker'), right('Tests'), right('Seconds')], rows);
}

function tellUnknown({ unknown, tests, items, workers }: SplitBody, { say }: Terminal): void {
  if (unknown > 0) say(`${formatCount(unknown)} of ${formatCount(tests)} tests are new; their durations are estimated`);
  const empty = items.filter((share) => share.tests.length === 0).map(({ worker }) => worker);
  if (empty.length > 0) say(`no tests for worker ${empty.join(', ')} of ${workers}`);
}

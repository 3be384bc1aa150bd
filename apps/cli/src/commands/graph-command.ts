import { graphOf } from '@testmetrics/answers';
import { GRAPH_NAMES, graphQuerySchema, graphSchema } from '@testmetrics/api-contract';
import type { GraphBody } from '@testmetrics/api-contract';
import { metaFlag, runFlags, testFlags } from '../asking/flags';
import { anyInput } from '../asking/list-command';
import { placeFlags } from '../asking/place';
import type { Question } from '../asking/question';
import { readRequest } from '../asking/read-request';
import type { Input } from '../asking/read-request';
import { withSource } from '../asking/source';
import { defineCommand } from '../command';
import { CommandError } from '../errors';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { openOutput } from '../export/open-output';
import { chartOf } from '../graph/chart-of';
import { filterNote } from '../graph/filter-note';
import { readGraphOptions } from '../graph/graph-options';
import type { GraphOptions } from '../graph/graph-options';
import { layOut } from '../graph/page';
import { rangeText } from '../graph/words';
import type { Terminal } from '../terminal/terminal';

const question: Question<typeof graphQuerySchema, GraphBody> = {
  path: ([graph = '']) => `/v1/graphs/${graph}`,
  query: graphQuerySchema,
  takesMetadata: true,
  answer: ({ asker }, query, [graph = '']) => graphOf(asker, graph, query),
};

export const graphCommand = defineCommand({
  name: 'graph',
  describe: 'Draws the graphs of subunit2sql-graph as SVG or PNG.',
  argument: [
    { syntax: '<graph>', describe: `one of ${GRAPH_NAMES.join(', ')}`, values: GRAPH_NAMES },
    { syntax: '[about...]', describe: 'what it is about: a test, tests, or a metadata key' },
  ],
  flags: [
    {
      flags: '-o, --output <file>',
      describe: 'write to this .svg or .png: all of it or nothing (default: SVG, to standard output)',
    },
    { flags: '-t, --title <text>', describe: 'the title (default: what is drawn)' },
    { flags: '--dpi <n>', describe: 'of a PNG, which is 10.4 inches wide (default: 200)' },
    { flags: '--success-graph', describe: 'failures: passes too' },
    { flags: '--no-success-graph', describe: 'agg_count: no passes' },
    { flags: '--skip-graph', describe: 'failures, agg_count: skips too' },
    { flags: '-f, --filter-list <values>', describe: 'of a metadata key only these values, separated by commas' },
    { flags: '--limit <n>', describe: 'bars or boxes (default: 10 of ci_time, else 20 or 30)' },
    ...runFlags,
    metaFlag,
    ...testFlags,
    { flags: '-d, --start-date <day>', describe: '--since, as subunit2sql-graph calls it' },
    { flags: '-s, --stop-date <day>', describe: '--until, as subunit2sql-graph calls it' },
    { flags: '--num <n>', describe: '--limit, as subunit2sql-graph calls it; 0 is as many as there can be' },
    ...placeFlags,
  ],
  examples: [
    'testmetrics graph failures tempest.api.test_servers.ServersTest.test_list --skip-graph -o failures.svg',
    'testmetrics graph run_time 42 --job tempest-full --since "2 weeks" --output run-time.png',
    'testmetrics graph run_failure_rate node_provider --start-date 2026-09-01 > rates.svg',
    'testmetrics graph dailycount --meta build_queue=gate -o gate.png --dpi 300',
  ],
  notes: `
failures TEST          how often a test failed, a day
run_time TEST          how long each run of a test took, and the rolling mean
agg_count [TEST…]      passes and failures of tests; without names those that fail most
dailycount             tests run a day, and the rolling mean
run_failure_rate KEY   failed runs by the values of a metadata key
run_time_meta KEY      box plots of the times of runs, by the values of a metadata key
test_run_time [TEST…]  box plots of the durations of tests; without names of the slowest
ci_time [KEY]          time that runs took together, by the values of a metadata key (build_name)
More, with pictures: docs/graphs.md.`,
  options: anyInput,
  handler: drawGraph,
});

async function drawGraph(input: Input, terminal: Terminal): Promise<ExitStatus> {
  const options = readGraphOptions(input);
  const request = readRequest(question, options.parameters, [options.graph]);
  const { body } = await withSource(options, terminal, (source) => source.ask(question, request));
  const picture = await draw(readBody(body), options);
  const output = await openOutput(options.output, terminal);
  try {
    await output.write(picture);
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  return EXIT.done;
}

/** @throws {CommandError} where the service is of another version */
function readBody(body: unknown): GraphBody {
  const parsed = graphSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(
    `expected the numbers of a graph, found something else (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})\n` +
      '  what to do: use the testmetrics of the version of the service',
  );
}

/** The chart library is loaded only by who draws: it costs every other command a third of a second. */
async function draw(body: GraphBody, options: GraphOptions): Promise<Uint8Array> {
  const chart = chartOf(body, options);
  const notes = [`${filterNote(options.parameters)}; ${rangeText(body)}`, ...chart.notes];
  const { drawSvg } = await import('../graph/draw-svg');
  const svg = drawSvg(layOut({ ...chart, notes }, options.title));
  if (options.form === 'svg') return Buffer.from(svg);
  const { renderPng } = await import('../graph/render-png');
  return renderPng(svg, options);
}

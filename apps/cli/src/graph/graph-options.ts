import { extname } from 'node:path';
import { GRAPH_NAMES, GRAPH_SUBJECTS, MAX_GRAPH_LIMIT } from '@testmetrics/api-contract';
import type { GraphName } from '@testmetrics/api-contract';
import { nearNames } from '@testmetrics/domain';
import { z } from 'zod';
import { placeFields, placeMistake } from '../asking/place';
import type { Input } from '../asking/read-request';
import { UsageError } from '../errors';

const DPI = { least: 50, most: 1200, usual: 200 } as const;
const dpiMessage = `--dpi: expected a whole number from ${DPI.least} to ${DPI.most}`;

const schema = z.looseObject({
  args: z.array(z.string()),
  output: z.string().min(1, '--output: expected a file, found nothing').optional(),
  title: z.string().optional(),
  dpi: z.coerce
    .number(dpiMessage)
    .int(dpiMessage)
    .min(DPI.least, dpiMessage)
    .max(DPI.most, dpiMessage)
    .default(DPI.usual),
  successGraph: z.boolean().optional(),
  skipGraph: z.boolean().optional(),
  filterList: z.string().optional(),
  startDate: z.string().optional(),
  stopDate: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  limit: z.string().optional(),
  num: z.string().optional(),
  ...placeFields,
});

type Raw = z.output<typeof schema>;

/** Which graph is drawn, of what, how, and where to. */
export interface GraphOptions extends Pick<Raw, 'url' | 'database' | 'output' | 'title' | 'dpi'> {
  readonly graph: GraphName;
  readonly form: 'svg' | 'png';
  readonly successGraph: boolean | undefined;
  readonly skipGraph: boolean | undefined;
  /** For the endpoint, by the names of its parameters. */
  readonly parameters: Input;
}

/** @throws {UsageError} with what was expected, and names that may have been meant */
export function readGraphOptions(input: Input): GraphOptions {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'));
  const raw = parsed.data;
  const [name = '', ...subjects] = raw.args;
  const graph = graphNamed(name);
  const mistake = placeMistake(raw) ?? outcomesMistake(graph, raw);
  if (mistake !== null) throw new UsageError(mistake);
  const { url, database, output, title, dpi, successGraph, skipGraph } = raw;
  const parameters = { ...input, ...subjectOf(graph, subjects), ...otherNames(raw) };
  return { url, database, output, title, dpi, successGraph, skipGraph, graph, form: formOf(output), parameters };
}

function graphNamed(name: string): GraphName {
  const wanted = name.replaceAll('-', '_');
  const graph = GRAPH_NAMES.find((known) => known === wanted);
  if (graph !== undefined) return graph;
  const [near] = nearNames(wanted, GRAPH_NAMES);
  throw new UsageError(
    `there is no graph ${JSON.stringify(name)}${near === undefined ? '' : `; did you mean ${near}?`}\n` +
      `  expected one of ${GRAPH_NAMES.join(', ')}`,
  );
}

/** What stands behind the name of a graph. */
function subjectOf(graph: GraphName, subjects: readonly string[]): Input {
  const subject = GRAPH_SUBJECTS[graph];
  const found = `found ${subjects.length === 0 ? 'none' : subjects.map((one) => JSON.stringify(one)).join(', ')}`;
  switch (subject) {
    case 'tests':
      return subjects.length === 0 ? {} : { test: subjects };
    case 'test':
      if (subjects.length === 1) return { test: subjects };
      throw new UsageError(`${graph}: expected one test behind the name of the graph, ${found}`);
    case 'key':
      if (subjects.length === 0 && graph === 'ci_time') return {};
      if (subjects.length === 1) return { key: subjects[0] };
      throw new UsageError(`${graph}: expected one metadata key behind the name of the graph, ${found}`);
    case 'runs':
      if (subjects.length === 0) return {};
      throw new UsageError(`${graph}: expected nothing behind the name of the graph, ${found}`);
  }
}

function outcomesMistake(graph: GraphName, { successGraph, skipGraph }: Raw): string | null {
  if (graph === 'failures' || graph === 'agg_count') return null;
  const isGiven = successGraph !== undefined || skipGraph !== undefined;
  return isGiven ? `${graph}: --success-graph and --skip-graph are for failures and agg_count` : null;
}

/** Options that have one name here and another in subunit2sql-graph. */
function otherNames({ since, startDate, until, stopDate, limit, num, filterList }: Raw): Input {
  return {
    ...one('--since', since, '--start-date', startDate, 'since'),
    ...one('--until', until, '--stop-date', stopDate, 'until'),
    // There, 0 stands for all.
    ...one('--limit', limit, '--num', num === '0' ? String(MAX_GRAPH_LIMIT) : num, 'limit'),
    ...(filterList === undefined ? {} : { value: filterList.split(',').filter((value) => value !== '') }),
  };
}

function one(ours: string, value: string | undefined, theirs: string, other: string | undefined, name: string): Input {
  if (value !== undefined && other !== undefined) throw new UsageError(`expected ${ours} or ${theirs}, found both`);
  const given = value ?? other;
  return given === undefined ? {} : { [name]: given };
}

function formOf(output: string | undefined): 'svg' | 'png' {
  if (output === undefined || output === '-') return 'svg';
  const extension = extname(output).toLowerCase();
  if (extension === '.svg') return 'svg';
  if (extension === '.png') return 'png';
  throw new UsageError(`--output: expected a name that ends with .svg or .png, found ${JSON.stringify(output)}`);
}

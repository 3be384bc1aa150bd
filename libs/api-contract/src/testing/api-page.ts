import { ANSWER_OPERATIONS } from '../answers/answer-operations';
import { EXAMPLES } from '../answers/examples';
import { GRAPH_OPERATIONS } from '../graphs/graph-operations';
import { openApiDocument } from '../openapi';
import type { Operation } from '../operations';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
}

const DOCUMENT = openApiDocument({ version: '' })['paths'] as Record<
  string,
  Record<string, { readonly parameters: readonly Parameter[] }>
>;

/** What the page describes. */
export const PAGE_OPERATIONS: readonly Operation[] = [...ANSWER_OPERATIONS, ...GRAPH_OPERATIONS];

/** docs/api.md, made of the operations and their examples; a test compares the two. */
export function apiPage(): string {
  return `${[...INTRODUCTION, ...PAGE_OPERATIONS.flatMap(section)].join('\n').trimEnd()}\n`;
}

function section({ path, summary, id, method }: Operation): string[] {
  const example = EXAMPLES[id];
  const parameters = DOCUMENT[path]?.[method]?.parameters ?? [];
  return [
    `## GET ${path}`,
    '',
    `${summary}.`,
    '',
    '| parameter | is |',
    '| --- | --- |',
    ...parameters.map(({ name, in: place, description = '' }) => {
      const shown = name === 'metadata' ? 'meta.KEY' : name;
      return `| ${place === 'path' ? `**${shown}**` : `\`${shown}\``} | ${description.replaceAll('|', '\\|')} |`;
    }),
    '',
    ...(example === undefined
      ? []
      : [
          '```sh',
          `curl -fsS "$TESTMETRICS_URL${example.request}"`,
          '```',
          '',
          '```json',
          JSON.stringify(example.body, null, 2),
          '```',
          '',
        ]),
  ];
}

const INTRODUCTION = [
  '# Questions over HTTP',
  '',
  'What the dashboards show, as JSON or CSV: the service sends the same SQL (`libs/questions`), so a number is the same everywhere. Made of the operations by `npx nx run api-contract:generate`; do not edit. The whole API, with uploads, feeds and badges, is at `/docs` and in `/openapi.json`.',
  '',
  '    export TESTMETRICS_URL=http://127.0.0.1:8080',
  '',
  '| what | how |',
  '| --- | --- |',
  '| range | `since` (included) and `until` (not included), ISO 8601 with a zone. Default: the 30 days that end with the current minute. The reply says which range was meant. Questions about runs are exact to the second up to 14 days, about tests up to 2 days; above, whole UTC days are added up |',
  '| filters | `job`, `project`, `branch`, each as often as wanted: one of them must hold. `meta.KEY=VALUE`: all of them must hold. `prefix`, `search`, `pattern`: which tests |',
  '| lists | `items`, at most `limit` (1 to 500, default 100), and `next`: give it as `cursor` with everything else unchanged. `null` on the last page. The cursor keeps the range and the place of the last row, so a list goes on where it was while runs come in |',
  '| ranking | by the lower end of the 95 % interval of a rate: one failure of one run stands below 40 of 100. Up to two days the 100 tests with most failures are ranked, above all of them |',
  '| CSV | `format=csv` or `Accept: text/csv`: the items; the link to the next page is in the header `Link` |',
  '| caches | every reply has an `ETag`; with `If-None-Match` the answer is 304 where nothing changed |',
  '| names in paths | percent-encoded, `/` as `%2F`. A test is named by its name, by its number (`id`), or by an id with attributes as a runner lists it; a test that is called like a path (`failing`) by its number |',
  '| mistakes | `application/problem+json` with `code`, `expected`, `found`, `action`: 400 for parameters, a range or a cursor that make no sense, 404 with `suggestions` for a job, project, branch, test, key or run that there is not |',
  '| too much | 503 with `Retry-After`: `too_many_questions` where more is asked than can be answered, `question_too_slow` where the database was stopped after 15 seconds. Questions have connections of their own and never take those of uploads |',
  '',
];

import { QUESTION_CATALOG, type QuestionDefinition } from '../catalog/catalog';
import { type FilterName, QUESTION_GROUPS } from '../catalog/definition';

/** What a reader calls the filters that come together. */
const BUNDLES: readonly { readonly name: string; readonly filters: readonly FilterName[] }[] = [
  { name: 'project, job, branch', filters: ['projects', 'jobs', 'branches'] },
  { name: 'test (name, prefix, pattern, search)', filters: ['tests', 'testPrefix', 'testPattern', 'testSearch'] },
];

const NAMES: Partial<Record<FilterName, string>> = {
  metadata: 'metadata',
  metadataKey: 'metadata key',
  statuses: 'status',
  runs: 'run',
  minRuns: 'least runs',
  runLimit: 'number of runs',
};

/** docs/questions.md, made of the catalog; a test compares the two. */
export function questionsPage(): string {
  const groups = QUESTION_GROUPS.map((group) => ({
    group,
    kinds: QUESTION_CATALOG.filter((definition) => definition.group === group),
  })).filter(({ kinds }) => kinds.length > 0);
  return [
    '# Questions',
    '',
    'Every kind of question that the query editor offers and the dashboards ask. Made of the catalog by `npx nx run questions:generate`; do not edit.',
    '',
    ...INTRODUCTION,
    '',
    ...groups.flatMap(({ group, kinds }) => [
      `## ${group}`,
      '',
      '| kind | answers | filters | columns | rows |',
      '| --- | --- | --- | --- | --- |',
      ...kinds.map(row),
      '',
    ]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

function row(definition: QuestionDefinition): string {
  const rows =
    definition.defaultLimit === definition.maxLimit
      ? String(definition.maxLimit)
      : `${definition.defaultLimit} (at most ${definition.maxLimit})`;
  const cells = [
    `\`${definition.kind}\` ${definition.label}`,
    definition.answers,
    filtersOf(definition),
    definition.columns.join(', '),
    rows,
  ];
  return `| ${cells.join(' | ')} |`;
}

function filtersOf(definition: QuestionDefinition): string {
  const bundled = BUNDLES.filter(({ filters }) => filters.every((filter) => definition.filters.includes(filter)));
  const single = definition.filters.filter((filter) => !bundled.some(({ filters }) => filters.includes(filter)));
  const words = [
    ...bundled.map(({ name, filters }) => markRequired(name, definition, filters)),
    ...single.map((filter) => markRequired(NAMES[filter] ?? filter, definition, [filter])),
  ];
  const measures = definition.measures?.map((measure) => `\`${measure.value}\``).join(' ');
  return [words.join('; ') || 'none', ...(measures === undefined ? [] : [`measures: ${measures}`])].join('<br>');
}

function markRequired(name: string, { required = [] }: QuestionDefinition, filters: readonly FilterName[]): string {
  return required.some((filter) => filters.includes(filter)) ? `**${name}**` : name;
}

const INTRODUCTION = [
  'A question is plain JSON: `{ "kind": "failingTests", "jobs": ["tempest-full"], "branches": ["master"], "limit": 25 }`. All fields but `kind` may be left out; what is left out is not narrowed. A **bold** filter has to be given, or nothing is found.',
  '',
  '| field | is |',
  '| --- | --- |',
  '| `projects`, `jobs`, `branches` | names; `""` for runs that named none |',
  '| `projectKeys`, `jobKeys`, `branchKeys`, `testKeys` | keys of these names, for variables (see ADR 0031); they win over names |',
  '| `tests` | whole names of tests |',
  '| `testPrefix`, `testSearch` | how a name begins, what it contains; case matters |',
  '| `testPattern` | a regular expression that MySQL (ICU) and MariaDB (PCRE) both read; mistakes are told before it is sent |',
  '| `metadata` | `[{ "key": …, "value": … }]`, all must hold. Questions about runs have totals a day for one pair; for several together, and in ranges up to 14 days, runs are read one by one. Groups by a key look at the newest 10,000 runs of up to 14 days, or of those with other metadata, and at all of longer ranges. Totals of tests do not know metadata: the newest 5,000 runs are looked at for one test, the newest 500 (lists: 200) for several tests |',
  '| `metadataKey` | by which key runs are grouped; `project` where nothing is said |',
  '| `runs` | ids of runs (UUIDs); the first two where two are compared |',
  '| `statuses` | `success`, `fail`, `skip`, `xfail`, `uxsuccess`, `inprogress`, `unknown` |',
  '| `measure` | which figure, or which rows; the first one listed is what is meant where nothing is said |',
  '| `minRuns` | rows that stand on fewer runs are left out (for `failingInARow`: fewer failures in a row) |',
  '| `limit`, `page` | rows, and which page of them |',
  '| `columns`, `runLimit` | of `historyGrid`: `runs` or `time`, and how many runs. With `time` its columns are test, test_key, time, passed, failed, flaky, skipped, unfinished, seconds, message; a flaky run counts under its final outcome and once more |',
  '',
  'Where a question is about single tests and a prefix, pattern or search names them, the first 100 by name are meant.',
  'Ranges are half open, in UTC. Questions about runs are exact to the second up to 14 days and add up whole days above; questions about tests up to 2 days.',
  'A test counts as failed when its last attempt failed, passed against expectation, or never ended; skipped tests are in no rate. "At least" is the lower end of the 95 % interval of the rate; lists are ranked by it. "only 3 runs" warns of a rate that stands on little.',
  'Durations are of passes and in seconds; times are milliseconds since 1970 (in series: seconds). Columns that end in `_key` carry what links need.',
];

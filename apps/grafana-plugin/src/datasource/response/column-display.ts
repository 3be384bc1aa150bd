import { type DataLink, type FieldConfig } from '@grafana/data';

/** How a column looks where nobody says otherwise: in Explore, and in a new panel. */
const DISPLAYS: readonly { readonly names: RegExp; readonly config: FieldConfig }[] = [
  { names: /(^| )rate$|^At least$|^Failure rate/i, config: { unit: 'percentunit', decimals: 1 } },
  {
    names:
      /^(Duration|Mean|Median|Total|Usual|In tests|On the clock|Run time|Mean run time|Mean duration|Rolling mean)$/,
    config: { unit: 's' },
  },
  { names: /^(seconds|A time|B time|Difference|Usual run time|p50|p95|p99)$/, config: { unit: 's' } },
  { names: /^(Last failed|Last flaky|Last seen|Last run|Started)$/, config: { unit: 'dateTimeAsIso' } },
  { names: /^(.*_key|run)$/, config: { custom: { hidden: true } } },
];

/**
 * Where the names in a column lead, where the answer has the column that the link needs. Only for whoever explores: a dashboard
 * has links of its own, and newer versions of Grafana would offer both in a menu.
 */
const LINKS: readonly { readonly column: string; readonly needs: string; readonly link: DataLink }[] = [
  {
    column: 'Test',
    needs: 'test_key',
    link: {
      title: 'Show this test',
      url: '/d/tm-test?var-search=${__data.fields.test_key}&var-test=${__data.fields.test_key}&${__url_time_range}',
    },
  },
  {
    column: 'Job',
    needs: 'job_key',
    link: { title: 'Show this job', url: '/d/tm-job?var-job=${__data.fields.job_key}&${__url_time_range}' },
  },
  {
    column: 'Run',
    needs: 'run',
    link: { title: 'Show this run', url: '/d/tm-run?var-run=${__data.fields.run}&${__url_time_range}' },
  },
];

export interface DisplayContext {
  /** Names of all columns of the answer. */
  readonly columns: readonly string[];
  readonly isExploring: boolean;
}

/** Settings of a column by its name and those of its neighbours; empty for one that nothing is known of. */
export function columnDisplay(name: string, { columns, isExploring }: DisplayContext): FieldConfig {
  const known = DISPLAYS.find(({ names }) => names.test(name))?.config ?? {};
  if (!isExploring) return known;
  const links = LINKS.filter(({ column, needs }) => column === name && columns.includes(needs)).map(({ link }) => link);
  return links.length === 0 ? known : { ...known, links };
}

import { type Field } from '@grafana/data';
import { encode, fillTemplate } from './fill-template';
import { type SourceRow } from './locate-source';
import { toText } from './read-values';

export interface LinkSettings {
  readonly testLink: string;
  readonly runLink: string;
  readonly defaultLinks: boolean;
}

export interface LinkContext extends LinkSettings {
  readonly replace: (text: string) => string;
  /** Makes an address of ours safe and right for where Grafana is installed; it does that itself for data links. */
  readonly toAddress: (url: string) => string;
  /** `from=…&to=…` of the dashboard. */
  readonly timeRange: string;
}

export interface Link {
  readonly title: string;
  readonly url: string;
  readonly isNewTab: boolean;
}

/** Choices of a dashboard that its neighbours understand too. */
const CARRIED = ['ds', 'project', 'job', 'branch'] as const;

/** To the test of a row: by the option, by a data link of the test's columns, or to our dashboard of one test. */
export function testLink(row: SourceRow, context: LinkContext): Link | null {
  const title = 'Show this test';
  const { source, index } = row;
  if (context.testLink !== '') return optionLink(title, context.testLink, row, context);
  const own = dataLinks([source.test, source.testKey], index)[0];
  if (own !== undefined) return own;
  const testKey = valueOf(source.testKey, index);
  if (!context.defaultLinks || testKey === null) return null;
  const key = encode(testKey);
  return { title, isNewTab: false, url: dashboard('tm-test', [`var-search=${key}`, `var-test=${key}`], context) };
}

/** To the run of a row's column; `null` where columns are buckets of time. */
export function runLink(row: SourceRow, context: LinkContext): Link | null {
  const title = 'Show this run';
  const { source, index } = row;
  const run = valueOf(source.run, index);
  if (run === null) return null;
  if (context.runLink !== '') return optionLink(title, context.runLink, row, context);
  const own = dataLinks([source.run], index)[0];
  if (own !== undefined) return own;
  return context.defaultLinks
    ? { title, isNewTab: false, url: dashboard('tm-run', [`var-run=${encode(run)}`], context) }
    : null;
}

/** Data links of the other columns, which belong to a cell. */
export function cellLinks({ source, index }: SourceRow): Link[] {
  const known = new Set([source.test, source.testKey, source.run]);
  return dataLinks(
    source.frame.fields.filter((field) => !known.has(field)),
    index,
  );
}

function optionLink(title: string, template: string, { source, index }: SourceRow, context: LinkContext): Link {
  const { fields } = source.frame;
  const field = (name: string): unknown =>
    (fields.find((each) => each.name === name) ?? (/^\d+$/.test(name) ? fields[Number(name)] : undefined))?.values[
      index
    ];
  const url = fillTemplate(template, { field, replace: context.replace });
  return { title, url: context.toAddress(url), isNewTab: false };
}

/** What Grafana makes of the links in a field's settings. */
function dataLinks(fields: readonly (Field | undefined)[], index: number): Link[] {
  return fields.flatMap((field) => {
    if (field === undefined || (field.config.links ?? []).length === 0) return [];
    return (field.getLinks?.({ valueRowIndex: index }) ?? []).map(({ title, href, target }) => ({
      title: title === '' ? href : title,
      url: href,
      isNewTab: target === '_blank',
    }));
  });
}

function dashboard(uid: string, parameters: readonly string[], context: LinkContext): string {
  const { replace, timeRange, toAddress } = context;
  const carried = CARRIED.map((name) => carriedVariable(name, replace)).filter((text) => text !== '');
  return toAddress(`/d/${uid}?${[...carried, ...parameters, timeRange].filter((text) => text !== '').join('&')}`);
}

/** Grafana leaves a variable that it does not know as it is written. */
function carriedVariable(name: string, replace: (text: string) => string): string {
  const replaced = replace(`\${${name}:queryparam}`);
  return replaced.startsWith(`var-${name}=`) ? replaced : '';
}

function valueOf(field: Field | undefined, index: number): string | null {
  return toText(field?.values[index]);
}

import { TableCellHeight } from '@grafana/grafana-foundation-sdk/common';
import { type DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { questionTarget } from '../datasource';
import { type DataLink } from '../links';
import { OUTCOME_TEXT_COLORS, RATE_STEPS } from '../palette';
import { type Described } from './described';

/** How one column of a table looks; columns that are not named are shown as they come. */
export type Column = readonly DynamicConfigValue[];

/** A table; `columns` are by the heading that the question gives. Keys that only links need are hidden. */
export function tablePanel(options: Described & { readonly columns: Readonly<Record<string, Column>> }): PanelBuilder {
  const panel = new PanelBuilder()
    .title(options.title)
    .description(options.description)
    .withTarget(questionTarget(options.question))
    .noValue(options.noData)
    .span(options.width)
    .height(options.height)
    .cellHeight(TableCellHeight.Sm)
    // Else a cell without a value would show the panel's sentence for no data.
    .overrideByRegexp('.*', [{ id: 'noValue', value: '\u00a0' }])
    .overrideByRegexp('.*_key$', [...HIDDEN]);
  return Object.entries(options.columns).reduce(
    (described, [heading, column]) => described.overrideByName(heading, [...column]),
    panel,
  );
}

/** Of no use in this table, or for its links only. The first is read up to Grafana 12, the second from 13 on. */
export const HIDDEN: Column = [
  { id: 'custom.hidden', value: true },
  { id: 'custom.hideFrom.viz', value: true },
];

export const WIDE: Column = [{ id: 'custom.minWidth', value: 260 }];

export function width(pixels: number): Column {
  return [{ id: 'custom.width', value: pixels }];
}

/** Not narrower than this; columns of that kind share what the others leave. */
export function atLeast(pixels: number): Column {
  return [{ id: 'custom.minWidth', value: pixels }];
}

/** A count. */
export function count(pixels = 80): Column {
  return [{ id: 'unit', value: 'locale' }, { id: 'decimals', value: 0 }, ...width(pixels)];
}

/** A share, as per cent. */
export function share(pixels = 100): Column {
  return [{ id: 'unit', value: 'percentunit' }, { id: 'decimals', value: 1 }, ...width(pixels)];
}

/** A share that stands out in color from 8 and from 15 % on. */
export function failureShare(pixels = 100): Column {
  return [
    ...share(pixels),
    { id: 'thresholds', value: { mode: 'absolute', steps: RATE_STEPS } },
    { id: 'color', value: { mode: 'thresholds' } },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}

/** How many times as much as something else. */
export function ratio(pixels = 90): Column {
  return [{ id: 'unit', value: 'suffix:×' }, { id: 'decimals', value: 1 }, ...width(pixels)];
}

/** Long text, whole. */
export const WRAPPED: Column = [
  // The first is read up to Grafana 12, the second from 13 on.
  { id: 'custom.cellOptions', value: { type: 'auto', wrapText: true } },
  { id: 'custom.wrapText', value: true },
  { id: 'custom.inspect', value: true },
];

/** Text whose lines are indented, as code is: a table shows several spaces as one, so they are made hard where it draws them. */
export const INDENTED: Column = [
  {
    id: 'mappings',
    value: [{ type: 'regex', options: { pattern: '/ {2}/g', result: { text: '\u00a0\u00a0', index: 0 } } }],
  },
];

export function bytes(pixels = 90): Column {
  return [{ id: 'unit', value: 'bytes' }, { id: 'decimals', value: 1 }, ...width(pixels)];
}

export function seconds(pixels = 90): Column {
  return [{ id: 'unit', value: 's' }, { id: 'decimals', value: 1 }, ...width(pixels)];
}

/** Seconds, as days or hours or whatever they are best said in. */
export function duration(pixels = 120): Column {
  return [{ id: 'unit', value: 's' }, { id: 'decimals', value: 1 }, ...width(pixels)];
}

/** A moment, in milliseconds, as so long ago. */
export function ago(pixels = 120): Column {
  return [{ id: 'unit', value: 'dateTimeFromNow' }, ...width(pixels)];
}

/** The time column, as date and time. */
export function moment(heading: string): Column {
  return [{ id: 'displayName', value: heading }, { id: 'unit', value: 'dateTimeAsIso' }, ...width(160)];
}

export function linked(...links: readonly DataLink[]): Column {
  return [{ id: 'links', value: links }];
}

const OUTCOME_WORDS = [
  { words: ['failed', 'fail', 'uxsuccess', 'inprogress', 'unknown'], color: OUTCOME_TEXT_COLORS.Failed },
  { words: ['passed', 'success', 'xfail'], color: OUTCOME_TEXT_COLORS.Passed },
  { words: ['flaky'], color: OUTCOME_TEXT_COLORS.Flaky },
];

/** Words for outcomes, in the outcomes' colors. */
export function outcomeWord(pixels = 80): Column {
  return word(OUTCOME_WORDS, pixels);
}

/** Words of which some have a color. */
export function word(
  colored: readonly { readonly words: readonly string[]; readonly color: string }[],
  pixels: number,
): Column {
  const options = Object.fromEntries(
    colored.flatMap(({ words, color }) => words.map((word) => [word, { color, index: 0 }])),
  );
  return [
    { id: 'mappings', value: [{ type: 'value', options }] },
    // Of all other words; else they would have the color of the lowest threshold, which is green.
    { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
    ...width(pixels),
  ];
}

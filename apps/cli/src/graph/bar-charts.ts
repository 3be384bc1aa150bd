import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { SeriesOption } from 'echarts';
import { formatSeconds } from '../format';
import { LABEL, namesAxis, numberAxis } from './axes';
import type { Chart } from './chart';
import { COLORS, STRIPES } from './colors';
import { textWidth } from './text-width';
import { axisNumber, counted, durationUnit, formatShare } from './units';

/** Which outcomes besides failures are drawn. */
export interface AggCountOptions {
  readonly successGraph: boolean;
  readonly skipGraph: boolean;
}

/** Outcomes of several tests, a bar each. */
export function aggCountChart(body: GraphBodyOf<'agg_count'>, { successGraph, skipGraph }: AggCountOptions): Chart {
  const { items, found } = body;
  const labels = items.map(({ passed, failed }) => `${axisNumber(failed)} of ${axisNumber(passed + failed)} failed`);
  const { axis, left, plotHeight } = namesAxis(items.map(({ test }) => ({ name: test })));
  const shown = [
    ...(successGraph ? [{ name: 'Passed', of: 'passed', color: COLORS.passed } as const] : []),
    { name: 'Failed', of: 'failed', color: COLORS.failed, decal: STRIPES } as const,
    ...(skipGraph ? [{ name: 'Skipped', of: 'skipped', color: COLORS.skipped } as const] : []),
  ];
  const runs = items.reduce((sum, { passed, failed }) => sum + passed + failed, 0);
  const failures = items.reduce((sum, { failed }) => sum + failed, 0);
  return {
    title: 'Outcomes of tests',
    notes: [
      `${counted(items.length, 'test')} of ${axisNumber(found)}; ${axisNumber(failures)} of ${counted(runs, 'test run')} failed (${formatShare(failures, runs)})`,
    ],
    legend: shown.map(({ name }) => ({ name, isArea: true })),
    xAxis: numberAxis('Runs of the test', { wholeNumbers: true }),
    yAxis: axis,
    series: [
      ...shown.map(({ name, of, color, ...look }) =>
        bars(
          name,
          items.map((item) => item[of]),
          { color, ...look },
        ),
      ),
      endLabels(labels),
    ],
    plotHeight,
    left,
    right: labelRoom(labels),
  };
}

/** Failure rates of metadata values, a bar each. */
export function runFailureRateChart(body: GraphBodyOf<'run_failure_rate'>): Chart {
  const { key, items, values, runs, failed } = body;
  const labels = items.map(
    (item) => `${formatShare(item.failed, item.runs)} (${axisNumber(item.failed)} of ${counted(item.runs, 'run')})`,
  );
  const { axis, left, plotHeight } = namesAxis(items.map(({ value }) => ({ name: value ?? `(no ${key})` })));
  return {
    title: `Run failure rate by ${key}`,
    notes: [
      `${axisNumber(failed)} of ${counted(runs, 'run')} failed (${formatShare(failed, runs)}); ${shownOf(items.length, values)}`,
    ],
    legend: [],
    xAxis: numberAxis('Failed runs, of all runs with the value (%)'),
    yAxis: axis,
    series: [
      bars(
        'Failed',
        items.map(({ failure_rate }) => failure_rate * 100),
        { color: COLORS.failed },
      ),
      endLabels(labels),
    ],
    plotHeight,
    left,
    right: labelRoom(labels),
  };
}

/** Time that runs took, by metadata value, a bar each. */
export function ciTimeChart(body: GraphBodyOf<'ci_time'>): Chart {
  const { key, items, values, runs, seconds } = body;
  const unit = durationUnit(Math.max(...items.map((item) => item.seconds)));
  const labels = items.map(
    (item) => `${formatSeconds(item.seconds)}, ${formatShare(item.seconds, seconds)} (${counted(item.runs, 'run')})`,
  );
  const { axis, left, plotHeight } = namesAxis(items.map(({ value }) => ({ name: value ?? `(no ${key})` })));
  return {
    title: `Time of runs by ${key}`,
    notes: [`${formatSeconds(seconds)} in ${counted(runs, 'run')}, failed ones too; ${shownOf(items.length, values)}`],
    legend: [],
    xAxis: numberAxis(`Time on the clock of all runs together (${unit.name})`),
    yAxis: axis,
    series: [
      bars(
        'Time',
        items.map((item) => item.seconds / unit.seconds),
        { color: COLORS.passed },
      ),
      endLabels(labels),
    ],
    plotHeight,
    left,
    right: labelRoom(labels),
  };
}

export function shownOf(shown: number, all: number): string {
  return shown < all ? `${axisNumber(shown)} of ${counted(all, 'value')} shown` : counted(all, 'value');
}

function bars(name: string, data: number[], itemStyle: { color: string; decal?: object }): SeriesOption {
  const edge = { borderColor: COLORS.ink, borderWidth: 0.5 };
  return { type: 'bar', name, data, stack: 'all', barMaxWidth: 22, itemStyle: { ...edge, ...itemStyle }, silent: true };
}

/** Texts at the ends of stacks: those of a bar of no length on top. */
function endLabels(labels: readonly string[]): SeriesOption {
  return {
    ...{ type: 'bar', name: 'labels', stack: 'all', silent: true, data: labels.map(() => 0) },
    label: {
      ...{
        show: true,
        position: 'right',
        distance: 6,
        color: COLORS.ink,
        fontSize: LABEL.size,
        textBorderColor: '#ffffff',
        textBorderWidth: 3,
      },
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => labels[dataIndex] ?? '',
    },
  };
}

function labelRoom(labels: readonly string[]): number {
  return Math.max(...labels.map((label) => textWidth(label, LABEL))) + 14;
}

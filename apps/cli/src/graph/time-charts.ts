import { ROLLING } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { SeriesOption } from 'echarts';
import { leftNumberAxis, timeAxis } from './axes';
import type { Chart } from './chart';
import { COLORS } from './colors';
import { counted, durationUnit, formatShare } from './units';
import { each, timeName } from './words';

const PLOT_HEIGHT = 400;
/** More marks would run into each other. */
const MOST_MARKS = 130;

interface LineLook {
  readonly color: string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly symbol: 'circle' | 'rect' | 'triangle';
}

const FAILED: LineLook = { color: COLORS.failed, dash: 'solid', symbol: 'circle' };
const PASSED: LineLook = { color: COLORS.passedLine, dash: 'dashed', symbol: 'rect' };
const SKIPPED: LineLook = { color: COLORS.skippedLine, dash: 'dotted', symbol: 'triangle' };

/** Which outcomes besides failures are drawn. */
export interface FailuresOptions {
  readonly successGraph: boolean;
  readonly skipGraph: boolean;
}

/** Failures of a test, a line over time. */
export function failuresChart(body: GraphBodyOf<'failures'>, { successGraph, skipGraph }: FailuresOptions): Chart {
  const { test, step, passed, failed, skipped, items } = body;
  const shown = [
    { name: 'Failed', of: 'failed', look: FAILED },
    ...(successGraph ? [{ name: 'Passed', of: 'passed', look: PASSED } as const] : []),
    ...(skipGraph ? [{ name: 'Skipped', of: 'skipped', look: SKIPPED } as const] : []),
  ] as const;
  const largest = Math.max(...items.flatMap((item) => shown.map(({ of }) => item[of])));
  const what = shown.length === 1 ? 'Failed runs' : 'Runs';
  const { axis, left } = leftNumberAxis(`${what} of the test, ${each(step)}`, largest, { wholeNumbers: true });
  const runs = passed + failed;
  return {
    title: `Failures of ${test}`,
    notes: [
      `Failed in ${failed.toLocaleString('en-US')} of ${counted(runs, 'run')} (${formatShare(failed, runs)}), passed in ${passed.toLocaleString('en-US')} (${formatShare(passed, runs)}); skipped in ${skipped.toLocaleString('en-US')} more`,
    ],
    legend: shown.map(({ name }) => ({ name })),
    xAxis: timeAxis(timeName(step), endsOf(items)),
    yAxis: axis,
    series: shown.map(({ name, of, look }) =>
      line(
        name,
        items.map((item) => [Date.parse(item.at), item[of]]),
        look,
      ),
    ),
    plotHeight: PLOT_HEIGHT,
    left,
    right: 16,
  };
}

/** Durations of a test, a dot a run, with the rolling mean of its passes. */
export function runTimeChart(body: GraphBodyOf<'run_time'>): Chart {
  const { test, items, passed, failed, has_more } = body;
  const longest = Math.max(...items.map(({ seconds }) => seconds));
  const unit = durationUnit(longest);
  const { axis, left } = leftNumberAxis(`Duration (${unit.name})`, longest / unit.seconds);
  const point = (at: string, seconds: number): [number, number] => [Date.parse(at), seconds / unit.seconds];
  const dots = (isFailed: boolean) =>
    items.filter((item) => item.failed === isFailed).map(({ at, seconds }) => point(at, seconds));
  const means = items.map(({ at, mean, deviation }) => ({
    atMs: Date.parse(at),
    mean: mean === null ? null : mean / unit.seconds,
    deviation: deviation === null ? null : deviation / unit.seconds,
  }));
  const hasFailed = failed > 0;
  const meanName = `Mean of the last ${ROLLING.run_time} runs, where they passed`;
  const more = has_more ? '; only the newest are shown' : '';
  return {
    title: `Run time of ${test}`,
    notes: [`${counted(passed, 'pass', 'passes')}, ${counted(failed, 'failure')}, each a mark${more}`],
    legend: [
      { name: 'Passed' },
      ...(hasFailed ? [{ name: 'Failed' }] : []),
      { name: meanName },
      { name: BAND, isArea: true },
    ],
    xAxis: timeAxis(timeName(null), endsOf(items)),
    yAxis: axis,
    series: [
      ...band(means),
      marks('Passed', dots(false), { symbol: 'circle', color: COLORS.passedLine, hollow: true }),
      ...(hasFailed ? [marks('Failed', dots(true), { symbol: CROSS, color: COLORS.failed, hollow: false })] : []),
      meanLine(meanName, means),
    ],
    plotHeight: PLOT_HEIGHT,
    left,
    right: 16,
  };
}

/** Tests that ran, a line over time, with the rolling mean. */
export function dailyCountChart(body: GraphBodyOf<'dailycount'>): Chart {
  const { step, tests, items } = body;
  const largest = Math.max(...items.map((item) => item.tests));
  const { axis, left } = leftNumberAxis(`Tests run, ${each(step)}`, largest, { wholeNumbers: true });
  const means = items.map(({ at, mean, deviation }) => ({ atMs: Date.parse(at), mean, deviation }));
  const hasMeans = means.some(({ mean }) => mean !== null);
  const meanName = `Mean of ${ROLLING.dailycount} ${step}s`;
  return {
    title: `Tests run, ${each(step)}`,
    notes: [
      `${counted(tests, 'test')} that passed or failed, in ${counted(items.length, step)}`,
      ...(hasMeans ? [] : [`no mean: it takes ${ROLLING.dailycount} ${step}s`]),
    ],
    legend: [{ name: 'Tests run' }, ...(hasMeans ? [{ name: meanName }, { name: BAND, isArea: true }] : [])],
    xAxis: timeAxis(timeName(step), endsOf(items)),
    yAxis: axis,
    series: [
      ...(hasMeans ? band(means) : []),
      line(
        'Tests run',
        items.map((item) => [Date.parse(item.at), item.tests]),
        { ...PASSED, dash: 'solid' },
      ),
      ...(hasMeans ? [meanLine(meanName, means)] : []),
    ],
    plotHeight: PLOT_HEIGHT,
    left,
    right: 16,
  };
}

const BAND = 'Two standard deviations around it';
const CROSS = 'path://M0,0L10,10M0,10L10,0';

interface MeanPoint {
  readonly atMs: number;
  readonly mean: number | null;
  readonly deviation: number | null;
}

function endsOf(items: readonly { readonly at: string }[]): { fromMs: number; toMs: number } {
  const times = items.map(({ at }) => Date.parse(at));
  return { fromMs: Math.min(...times), toMs: Math.max(...times) };
}

function line(name: string, data: [number, number][], { color, dash, symbol }: LineLook): SeriesOption {
  return {
    ...{ type: 'line', name, data, symbol, symbolSize: 6, showSymbol: data.length <= MOST_MARKS },
    lineStyle: { color, width: 2, type: dash },
    itemStyle: { color },
    silent: true,
  };
}

function marks(
  name: string,
  data: [number, number][],
  { symbol, color, hollow }: { readonly symbol: string; readonly color: string; readonly hollow: boolean },
): SeriesOption {
  const itemStyle = { color: hollow ? 'rgba(255,255,255,0)' : color, borderColor: color, borderWidth: 1.5, opacity: 1 };
  return { type: 'scatter', name, data, symbol, symbolSize: hollow ? 6 : 9, itemStyle, silent: true };
}

function meanLine(name: string, points: readonly MeanPoint[]): SeriesOption {
  const data = points.filter(({ mean }) => mean !== null).map(({ atMs, mean }): [number, number] => [atMs, mean ?? 0]);
  const lineStyle = { color: COLORS.mean, width: 2.5 };
  return { type: 'line', name, data, showSymbol: false, lineStyle, itemStyle: { color: COLORS.mean }, silent: true };
}

/** An area between two lines: the lower one is not seen, and the other stands on it. */
function band(points: readonly MeanPoint[]): SeriesOption[] {
  const known = points.flatMap(({ atMs, mean, deviation }) => {
    if (mean === null || deviation === null) return [];
    const low = Math.max(0, mean - 2 * deviation);
    return [{ atMs, low, height: mean + 2 * deviation - low }];
  });
  // Behind the marks.
  const unseen = {
    type: 'line',
    stack: 'band',
    symbol: 'none',
    lineStyle: { opacity: 0 },
    silent: true,
    z: 1,
  } as const;
  return [
    { ...unseen, name: 'from', data: known.map(({ atMs, low }) => [atMs, low]) },
    {
      ...unseen,
      name: BAND,
      data: known.map(({ atMs, height }) => [atMs, height]),
      areaStyle: { color: COLORS.band, opacity: 1 },
      itemStyle: { color: COLORS.band },
    },
  ];
}

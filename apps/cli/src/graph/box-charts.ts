import type { GraphBodyOf, GraphBox } from '@testmetrics/api-contract';
import { formatSeconds } from '../format';
import { namesAxis, numberAxis } from './axes';
import { shownOf } from './bar-charts';
import type { Chart } from './chart';
import { COLORS } from './colors';
import { axisNumber, counted, durationUnit } from './units';

const HOW_TO_READ =
  'Box: the middle half of the durations, with the median; whiskers: up to 1.5 times its length; circles: beyond';

/** Durations of runs by metadata value, a box each. */
export function runTimeMetaChart({ key, items, values }: GraphBodyOf<'run_time_meta'>): Chart {
  const boxes = items.map((box) => ({
    ...{ ...box, name: box.value ?? `(no ${key})` },
    stands: counted(box.runs, 'run'),
  }));
  const runs = items.reduce((sum, item) => sum + item.runs, 0);
  return {
    ...boxChart(boxes, 'Time on the clock of runs that passed'),
    title: `Run time by ${key}`,
    notes: [`${counted(runs, 'run')} that passed; ${shownOf(items.length, values)}`, HOW_TO_READ],
  };
}

/** Durations of several tests, a box each. */
export function testRunTimeChart({ items, found }: GraphBodyOf<'test_run_time'>): Chart {
  const boxes = items.map((box) => ({ ...box, name: box.test, stands: counted(box.passed, 'pass', 'passes') }));
  const passes = items.reduce((sum, item) => sum + item.passed, 0);
  const which =
    found === null ? `the ${counted(items.length, 'slowest test', 'slowest tests')}` : counted(items.length, 'test');
  const missing = found === null || found === items.length ? '' : ` (of ${axisNumber(found)} named)`;
  return {
    ...boxChart(boxes, 'Duration of passes'),
    title: 'Run time of tests',
    notes: [`${counted(passes, 'pass', 'passes')} of ${which}${missing}`, HOW_TO_READ],
  };
}

interface NamedBox extends GraphBox {
  readonly name: string;
  readonly stands: string;
}

function boxChart(boxes: readonly NamedBox[], what: string): Omit<Chart, 'title' | 'notes'> {
  const longest = Math.max(...boxes.flatMap(({ high, outliers }) => [high, ...outliers]));
  const unit = durationUnit(longest);
  const scaled = (seconds: number) => seconds / unit.seconds;
  const names = boxes.map(({ name, stands, median }) => ({
    name,
    note: `(${stands}, median ${formatSeconds(median)})`,
  }));
  const { axis, left, plotHeight } = namesAxis(names);
  const outliers = boxes.flatMap((box, index) => box.outliers.map((seconds) => [scaled(seconds), index]));
  const style = { color: COLORS.box, borderColor: COLORS.ink, borderWidth: 1.2 };
  return {
    legend: [],
    xAxis: numberAxis(`${what} (${unit.name})`),
    yAxis: axis,
    series: [
      {
        type: 'boxplot',
        data: boxes.map((box) => [box.low, box.first_quartile, box.median, box.third_quartile, box.high].map(scaled)),
        boxWidth: [6, 16],
        itemStyle: style,
        silent: true,
      },
      {
        type: 'scatter',
        data: outliers,
        symbolSize: 5,
        itemStyle: { color: 'rgba(255,255,255,0)', borderColor: COLORS.ink, borderWidth: 1 },
        silent: true,
      },
    ],
    plotHeight,
    left,
    right: 20,
  };
}

import { isAboutOne } from './choose-values';
import { median, type Measure } from '../measure';
import type { Floors, PanelTiming } from './time-panels';
import { percentile, type Timing } from './time-query';

const MOST_MS = 300;
const MOST_GROWTH = 1.3;
/** Differences below this nobody feels; they are told apart. */
const UNFELT_MS = 10;

/** All panels, one line each; `cpu` is the server's processor time, `x scan` the same against a scan of 100,000 rows. */
export function formatPanels(panels: readonly PanelTiming[], sizes: readonly number[], floors: Floors): string {
  const scan = median(floors.scan.cpuMs);
  const head = [
    ...['Dashboard', 'Panel', 'Range'],
    ...sizes.flatMap((size) => [`p50 ${short(size)}`, 'p95', 'cpu', 'x scan', 'rows read', 'rows']),
  ];
  const lines = panels.map(({ query, range, timings }) => [
    ...[query.dashboard, query.panel, range],
    ...timings.flatMap(({ ms, cpuMs, rowsRead, rowsReturned }) => [
      ...[median(ms), percentile(ms, 0.95), median(cpuMs)].map((value) => value.toFixed(1)),
      ...[(median(cpuMs) / scan).toFixed(2), String(rowsRead), String(rowsReturned)],
    ]),
  ]);
  return aligned([head, ...lines]);
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const isText = (column: number): boolean => column < 3;
  return lines
    .map((line) =>
      line
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function short(rows: number): string {
  return rows >= 1e6 ? `${rows / 1e6}M` : `${Math.round(rows / 1e3)}k`;
}

/** Whether every panel is fast enough, and stays so with more rows. */
export function panelMeasures(panels: readonly PanelTiming[], sizes: readonly number[], floors: Floors): Measure[] {
  const { roundTrip, scan } = floors;
  const machine =
    `a round trip ${median(roundTrip.ms).toFixed(2)} ms, a scan of 100,000 rows ${median(scan.ms).toFixed(1)} ms ` +
    `(${median(scan.cpuMs).toFixed(1)} ms of processor time); ${panels.length} measured`;
  const speed = sizes.flatMap((size, index) => [
    speedMeasure(panels, { what: 'on the clock', msOf: ({ ms }) => ms }, index, `${short(size)} test runs`, machine),
    speedMeasure(
      panels,
      { what: 'processor time', msOf: ({ cpuMs }) => cpuMs },
      index,
      `${short(size)} test runs`,
      machine,
    ),
  ]);
  return sizes.length < 2 ? speed : [...speed, growthMeasure(panels, sizes)];
}

interface Clock {
  readonly what: string;
  readonly msOf: (timing: Timing) => readonly number[];
}

function speedMeasure(
  panels: readonly PanelTiming[],
  { what, msOf }: Clock,
  index: number,
  size: string,
  machine: string,
): Measure {
  const p95 = ({ timings }: PanelTiming): number => {
    const timing = timings[index];
    return timing === undefined ? NaN : percentile(msOf(timing), 0.95);
  };
  const slowest = [...panels].sort((one, other) => p95(other) - p95(one))[0];
  const slow = panels.filter((panel) => p95(panel) >= MOST_MS).length;
  return {
    what: `the slowest panel, p95, ${what}, ${size}`,
    target: `< ${MOST_MS} ms`,
    result: slowest === undefined ? 'no panels' : `${p95(slowest).toFixed(0)} ms`,
    raw: `${slowest === undefined ? '' : `${nameOf(slowest)}; ${slow} of ${panels.length} too slow; `}${machine}`,
    reached: slow === 0,
  };
}

function growthMeasure(panels: readonly PanelTiming[], sizes: readonly number[]): Measure {
  const compared = panels.filter(({ query }) => !isAboutOne(query));
  const grown = compared.filter((panel) => growthOf(panel).times > MOST_GROWTH);
  const felt = grown
    .filter((panel) => growthOf(panel).ms >= UNFELT_MS)
    .sort((one, other) => growthOf(other).times - growthOf(one).times);
  const most = Math.max(1, ...felt.map((panel) => growthOf(panel).times));
  return {
    what: `${short(sizes.at(-1) ?? 0)} against ${short(sizes[0] ?? 0)}: the panel that grew most, processor time, p50`,
    target: `<= ${MOST_GROWTH} x`,
    result: felt.length === 0 ? `none above ${MOST_GROWTH} x` : `${most.toFixed(2)} x`,
    raw:
      `${compared.length} compared; above ${MOST_GROWTH} x by less than ${UNFELT_MS} ms: ${grown.length - felt.length}` +
      felt
        .map(
          (panel) => `; ${nameOf(panel)} ${growthOf(panel).times.toFixed(2)} x, + ${growthOf(panel).ms.toFixed(0)} ms`,
        )
        .join(''),
    reached: felt.length === 0,
  };
}

/** From the first database to the last, in processor time. */
export function growthOf({ timings }: Pick<PanelTiming, 'timings'>): { readonly times: number; readonly ms: number } {
  const small = median(timings[0]?.cpuMs ?? []);
  const large = median(timings.at(-1)?.cpuMs ?? []);
  return { times: large / small, ms: large - small };
}

function nameOf({ query, range }: PanelTiming): string {
  return `${query.dashboard} / ${query.panel} (${range})`;
}

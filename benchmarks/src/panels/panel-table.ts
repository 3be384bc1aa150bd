import { isAboutOne } from './choose-values';
import { median, type Measure } from '../measure';
import type { Floors, PanelTiming } from './time-panels';
import { percentile } from './time-query';

const MOST_MS = 300;
const MOST_GROWTH = 1.3;
/** Differences below this are the clock and the neighbours, not the rows. */
const UNFELT_MS = 2;

/** All panels, one line each. */
export function formatPanels(panels: readonly PanelTiming[], sizes: readonly number[], floors: Floors): string {
  const scan = median(floors.scan.ms);
  const head = [
    'Dashboard',
    'Panel',
    'Range',
    ...sizes.flatMap((size) => [`p50 ${short(size)}`, 'p95', 'x scan', 'rows read', 'rows']),
  ];
  const lines = panels.map(({ query, range, timings }) => [
    query.dashboard,
    query.panel,
    range,
    ...timings.flatMap(({ ms, rowsRead, rowsReturned }) => [
      ...[median(ms).toFixed(1), percentile(ms, 0.95).toFixed(1), (median(ms) / scan).toFixed(2)],
      ...[String(rowsRead), String(rowsReturned)],
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
  const raw =
    `a round trip ${median(floors.roundTrip.ms).toFixed(2)} ms, a scan of 100,000 rows ${median(floors.scan.ms).toFixed(1)} ms; ` +
    `${panels.length} measured`;
  const speed = sizes.map((size, index) => speedMeasure(panels, index, `${short(size)} test runs`, raw));
  return sizes.length < 2 ? speed : [...speed, growthMeasure(panels, sizes)];
}

function speedMeasure(panels: readonly PanelTiming[], index: number, size: string, raw: string): Measure {
  const p95 = (panel: PanelTiming): number => percentile(panel.timings[index]?.ms ?? [], 0.95);
  const slowest = [...panels].sort((one, other) => p95(other) - p95(one))[0];
  const slow = panels.filter((panel) => p95(panel) >= MOST_MS).length;
  return {
    what: `the slowest panel, p95, ${size}`,
    target: `< ${MOST_MS} ms`,
    result: slowest === undefined ? 'no panels' : `${p95(slowest).toFixed(0)} ms`,
    raw: `${slowest === undefined ? '' : `${nameOf(slowest)}; ${slow} of ${panels.length} too slow; `}${raw}`,
    reached: slow === 0,
  };
}

function growthMeasure(panels: readonly PanelTiming[], sizes: readonly number[]): Measure {
  const compared = panels.filter(({ query }) => !isAboutOne(query));
  const most = [...compared].sort((one, other) => growthOf(other) - growthOf(one))[0];
  const grown = compared.filter((panel) => growthOf(panel) > MOST_GROWTH);
  return {
    what: `${short(sizes.at(-1) ?? 0)} against ${short(sizes[0] ?? 0)}: the panel that grew most, p50`,
    target: `<= ${MOST_GROWTH} x`,
    result: most === undefined ? 'no panels' : `${growthOf(most).toFixed(2)} x`,
    raw:
      `${compared.length} compared, differences under ${UNFELT_MS} ms count as none; ` +
      `grown: ${grown.length === 0 ? 'none' : grown.map((panel) => `${nameOf(panel)} ${growthOf(panel).toFixed(2)} x`).join('; ')}`,
    reached: grown.length === 0,
  };
}

/** From the first database to the last. */
export function growthOf({ timings }: PanelTiming): number {
  const small = median(timings[0]?.ms ?? []);
  const large = median(timings.at(-1)?.ms ?? []);
  return large - small < UNFELT_MS ? Math.min(1, large / small) : large / small;
}

function nameOf({ query, range }: PanelTiming): string {
  return `${query.dashboard} / ${query.panel} (${range})`;
}

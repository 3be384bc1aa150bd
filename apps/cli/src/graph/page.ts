import type { EChartsOption } from 'echarts';
import type { Chart } from './chart';
import { COLORS } from './colors';
import { FONT_FAMILY, textWidth } from './text-width';
import { wrapText } from './wrap-text';

/** A whole picture: what is drawn, and how large it is in pixels. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

/** As wide as a page of A4 between its margins, at 150 dots an inch. */
export const PAGE_WIDTH = 1000;

const MARGIN = 24;
const TITLE = { size: 19, bold: true, lineHeight: 26 } as const;
const NOTE = { size: 13, lineHeight: 19 } as const;
const LEGEND = { size: 13, itemWidth: 28, gap: 22, rowHeight: 24 } as const;
/** The axis' labels and its name. */
const BELOW_PLOT = 62;

/** Puts title, notes, legend and plot below each other, each as high as what is in it. */
export function layOut(chart: Chart, title = chart.title): Page {
  const inner = PAGE_WIDTH - 2 * MARGIN;
  const titleLines = wrapText(title, inner, TITLE);
  const noteLines = chart.notes.flatMap((note) => wrapText(note, inner, NOTE));
  const notesTop = MARGIN + titleLines.length * TITLE.lineHeight + 4;
  const legendTop = notesTop + noteLines.length * NOTE.lineHeight + 8;
  const plotTop = legendTop + legendRows(chart, inner) * LEGEND.rowHeight + 16;
  const height = plotTop + chart.plotHeight + BELOW_PLOT + 12;
  const text = { color: COLORS.ink, fontFamily: FONT_FAMILY };
  const heading = { left: MARGIN, padding: 0, itemGap: 0 };
  const titleStyle = { ...text, fontSize: TITLE.size, fontWeight: 'bold', lineHeight: TITLE.lineHeight } as const;
  const noteStyle = { ...text, fontSize: NOTE.size, fontWeight: 'normal', lineHeight: NOTE.lineHeight } as const;
  const option: EChartsOption = {
    animation: false,
    useUTC: true,
    backgroundColor: '#ffffff',
    textStyle: text,
    title: [
      { ...heading, top: MARGIN, text: titleLines.join('\n'), textStyle: titleStyle },
      { ...heading, top: notesTop, text: noteLines.join('\n'), textStyle: noteStyle },
    ],
    legend: {
      show: chart.legend.length > 1,
      data: chart.legend.map(({ name, isArea }) => (isArea === true ? { name, icon: 'rect' } : { name })),
      top: legendTop,
      left: MARGIN,
      right: MARGIN,
      padding: 0,
      itemWidth: LEGEND.itemWidth,
      itemGap: LEGEND.gap,
      textStyle: { ...text, fontSize: LEGEND.size },
      selectedMode: false,
    },
    grid: {
      top: plotTop,
      left: MARGIN + chart.left,
      right: MARGIN + chart.right,
      height: chart.plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: chart.xAxis,
    yAxis: chart.yAxis,
    series: chart.series,
  };
  return { width: PAGE_WIDTH, height, option };
}

/** Pixels that the plot is wide. */
export function plotWidth({ left, right }: Pick<Chart, 'left' | 'right'>): number {
  return PAGE_WIDTH - 2 * MARGIN - left - right;
}

function legendRows({ legend }: Chart, width: number): number {
  if (legend.length < 2) return 0;
  let [rows, used] = [1, 0];
  for (const { name } of legend) {
    const item = LEGEND.itemWidth + 5 + textWidth(name, LEGEND) + LEGEND.gap;
    if (used > 0 && used + item > width) [rows, used] = [rows + 1, 0];
    used += item;
  }
  return rows;
}

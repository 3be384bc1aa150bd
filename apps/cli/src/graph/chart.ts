import type { EChartsOption } from 'echarts';

/** A series as the legend names it; an area is a rectangle there, everything else looks as it is drawn. */
export interface LegendItem {
  readonly name: string;
  readonly isArea?: boolean;
}

/** What a graph shows, without its place on the page. */
export interface Chart {
  /** What is drawn; `--title` replaces it. */
  readonly title: string;
  /** Lines below it: what the numbers stand on. */
  readonly notes: readonly string[];
  /** Series that the legend names, in its order; with one there is no legend. */
  readonly legend: readonly LegendItem[];
  readonly xAxis: NonNullable<EChartsOption['xAxis']>;
  readonly yAxis: NonNullable<EChartsOption['yAxis']>;
  readonly series: NonNullable<EChartsOption['series']>;
  /** Pixels that the plot is high. */
  readonly plotHeight: number;
  /** Pixels that the labels on its left need, with the axis' name. */
  readonly left: number;
  /** Pixels that labels at the ends of bars need. */
  readonly right: number;
}

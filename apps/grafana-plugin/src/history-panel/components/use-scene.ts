import { dateTimeFormat } from '@grafana/data';
import { useMemo } from 'react';
import { makeCellSheet } from '../draw/cell-sheet';
import { type Palette } from '../draw/palette';
import { FONT_SIZE, type Scene, SMALL_FONT_SIZE, toPixels } from '../draw/scene';
import { makeTextFitter, type TextFitter } from '../draw/text-fitter';
import { groupColumns } from '../model/column-groups';
import { agoText, durationText, wholeNumber } from '../model/format';
import { type Grid, type GridRow } from '../model/grid';
import { type Layout, layoutGrid } from '../model/layout';
import { commonPrefix } from '../model/name-parts';
import { type HistoryOptions, type Sort } from '../options';
import { FIGURE_HEADINGS, TEXTS } from '../texts';
import { useLoadedFonts } from './use-loaded-fonts';

export interface SceneInput {
  readonly grid: Grid;
  readonly order: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly scrollbar: number;
  readonly options: HistoryOptions;
  readonly sort: Sort;
  readonly palette: Palette;
  readonly timeZone: string;
}

/** Everything that is drawn, made anew only where what it is made of changed. */
export function useScene(input: SceneInput): Scene {
  const { grid, order, palette, ratio, sort, timeZone } = input;
  const { mergePrefixes, newest, rowHeight, cellWidth, nameWidth } = input.options;
  const isNewestLeft = newest === 'left';
  const common = useMemo(
    () => (mergePrefixes ? commonPrefix([...order].map((row) => grid.rows[row]?.name ?? '')) : ''),
    [grid, order, mergePrefixes],
  );
  const longestLabel = useMemo(() => longestOf(grid, order) - common.length, [grid, order, common]);
  const { width, height, scrollbar } = input;
  const layout = useMemo<Layout>(
    () =>
      layoutGrid({
        ...{ width, height, ratio, scrollbar, longestLabel, rowHeight, cellWidth, nameWidth },
        ...{ rows: order.length, columns: grid.columns.length },
      }),
    [width, height, ratio, scrollbar, longestLabel, rowHeight, cellWidth, nameWidth, order, grid],
  );
  const groups = useMemo(() => {
    const times = grid.columns.map(({ time }) => time);
    const shown = isNewestLeft ? times.reverse() : times;
    return groupColumns(shown, layout.cellWidth, (time, format) => dateTimeFormat(time, { timeZone, format }));
  }, [grid, isNewestLeft, layout.cellWidth, timeZone]);
  const { cell, row, gap } = toPixels(layout, { x: 0, y: 0 });
  const sheet = useMemo(
    () =>
      makeCellSheet({ width: Math.max(1, cell - gap), height: Math.max(1, row - gap), ratio, palette }, () =>
        document.createElement('canvas'),
      ),
    [cell, row, gap, ratio, palette],
  );
  const fonts = useLoadedFonts();
  const fitters = useMemo(() => makeFitters(palette, ratio, fonts), [palette, ratio, fonts]);
  return useMemo<Scene>(
    () => ({
      ...{ grid, order, layout, isNewestLeft, mergePrefixes, groups, common, palette, sheet, ...fitters },
      figure: figureOf(sort, grid, Date.now()),
      figureHeading: FIGURE_HEADINGS[sort],
      corner: cornerText(order.length, grid.rows.length),
    }),
    [grid, order, layout, isNewestLeft, mergePrefixes, groups, common, palette, sheet, fitters, sort],
  );
}

function longestOf(grid: Grid, order: Uint32Array): number {
  return order.reduce((most, row) => Math.max(most, grid.rows[row]?.name.length ?? 0), 0);
}

export function cornerText(shown: number, all: number): string {
  const counted = shown === all ? wholeNumber(all) : `${wholeNumber(shown)} of ${wholeNumber(all)}`;
  return `${counted} ${all === 1 ? TEXTS.test : TEXTS.tests}`;
}

/** The figure beside a name goes with the order of the names. */
function figureOf(sort: Sort, grid: Grid, now: number): (row: GridRow) => string {
  if (sort === 'slowest') return ({ meanSeconds }) => (meanSeconds === null ? '–' : durationText(meanSeconds));
  if (sort === 'recent')
    return ({ lastFailed }) => {
      const time = grid.columns[lastFailed]?.time ?? null;
      return time === null ? '–' : agoText(now - time);
    };
  return ({ failed, rated }) => (rated === 0 ? '–' : `${wholeNumber(failed)} / ${wholeNumber(rated)}`);
}

interface Fitters {
  readonly text: TextFitter;
  readonly smallText: TextFitter;
}

/** Fonts are measured on a canvas of their own, and again when one of them was loaded meanwhile. */
function makeFitters({ font }: Palette, ratio: number, _fonts: number): Fitters {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return { text: NO_TEXT, smallText: NO_TEXT };
  return {
    text: makeTextFitter(context, `${FONT_SIZE * ratio}px ${font}`),
    smallText: makeTextFitter(context, `${SMALL_FONT_SIZE * ratio}px ${font}`),
  };
}

/** Where there is no canvas, nothing is drawn. */
const NO_TEXT: TextFitter = { fit: (text) => text, measure: () => 0 };

import { makeCellSheet } from '../draw/cell-sheet';
import { makePalette, type Palette } from '../draw/palette';
import { type Scene, toPixels } from '../draw/scene';
import { type TextFitter } from '../draw/text-fitter';
import { fitText } from '../draw/fit-text';
import { groupColumns } from '../model/column-groups';
import { type Grid } from '../model/grid';
import { layoutGrid, type LayoutInput } from '../model/layout';
import { commonPrefix } from '../model/name-parts';

export const PALETTE: Palette = makePalette({
  isDark: true,
  colors: {
    background: { primary: '#background' },
    border: { weak: '#weak', medium: '#medium' },
    text: { primary: '#text', secondary: '#quiet', maxContrast: '#strong' },
    primary: { border: '#focus' },
    action: { hover: '#band' },
  },
  typography: { fontFamily: 'Inter' },
});

/** As wide as the recording canvas says. */
const FITTER: TextFitter = {
  measure: (text) => text.length * 6,
  fit: (text, width, keep) => fitText(text, width, (part) => part.length * 6, keep),
};

/** A scene of 400 x 142 pixels: names of 200, five rows of 20, cells of 10. */
export function sceneOf(grid: Grid, layout: Partial<LayoutInput> = {}, changes: Partial<Scene> = {}): Scene {
  const laidOut = layoutGrid({
    ...{ width: 400, height: 142, ratio: 1, scrollbar: 0, rows: grid.rows.length, columns: grid.columns.length },
    ...{ longestLabel: 10, rowHeight: 20, cellWidth: 10, nameWidth: 200 },
    ...layout,
  });
  const { cell, row, gap, ratio } = toPixels(laidOut, { x: 0, y: 0 });
  const times = grid.columns.map(({ time }) => time);
  return {
    grid,
    order: Uint32Array.from(grid.rows.keys()),
    layout: laidOut,
    isNewestLeft: false,
    mergePrefixes: true,
    groups: groupColumns(times, laidOut.cellWidth, (time) => new Date(time).toISOString().slice(5, 10)),
    common: commonPrefix(grid.rows.map(({ name }) => name)),
    figure: ({ failed, rated }) => `${failed}/${rated}`,
    figureHeading: 'failed / ran',
    corner: 'corner',
    palette: PALETTE,
    sheet: makeCellSheet({ width: cell - gap, height: row - gap, ratio, palette: PALETTE }, () => null),
    text: FITTER,
    smallText: FITTER,
    ...changes,
  };
}

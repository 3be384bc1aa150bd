import { type DataFrame } from '@grafana/data';
import { buildGrid } from '../model/build-grid';
import { findCell, type Grid } from '../model/grid';
import { outcomeOfCode } from '../model/outcome';
import { recogniseFrames } from '../model/recognise-frames';
import { drawnFrame } from './frames';

export function gridOf(...frames: readonly DataFrame[]): Grid {
  const recognition = recogniseFrames(frames);
  if ('problem' in recognition) throw new Error(`no grid: ${recognition.problem.code}`);
  return buildGrid(recognition.recognised);
}

export function drawnGrid(rows: Readonly<Record<string, string>>): Grid {
  return gridOf(drawnFrame(rows));
}

/** The outcomes of a grid, a list a row; `null` where there is no result. */
export function outcomesOf(grid: Grid): (string | null)[][] {
  return grid.rows.map((_, row) =>
    grid.columns.map((_column, column) => {
      const cell = findCell(grid, row, column);
      return cell < 0 ? null : outcomeOfCode(grid.cells.outcome[cell]);
    }),
  );
}

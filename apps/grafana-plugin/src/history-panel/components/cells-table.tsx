import { css } from '@emotion/css';
import React, { memo } from 'react';
import { findCell, type Grid } from '../model/grid';
import { outcomeOfCode } from '../model/outcome';
import { toPrintable } from '../model/printable';
import { shareText, wholeNumber } from '../model/format';
import { type VisibleWindow } from '../model/visible-window';
import { OUTCOME_LABELS, TEXTS } from '../texts';

/** More than these would make a page heavy that nobody listens to. */
const MAX_ROWS = 50;
const MAX_COLUMNS = 40;

interface CellsTableProps {
  readonly grid: Grid;
  readonly order: Uint32Array;
  readonly window: VisibleWindow;
  readonly isNewestLeft: boolean;
  readonly formatTime: (time: number) => string;
}

/** What is seen of the grid, as a table for those who hear it. */
export const CellsTable = memo(function CellsTable(props: CellsTableProps): React.ReactElement {
  const { grid, order, window, isNewestLeft, formatTime } = props;
  const rows = [...order.subarray(window.fromRow, Math.min(window.toRow, window.fromRow + MAX_ROWS))];
  const columns = shownColumns(props);
  const count = grid.columns.length;
  const turned = (column: number): number => (isNewestLeft ? count - 1 - column : column);
  const [first = 0] = columns;
  return (
    <table className={HIDDEN}>
      <caption>
        {`${TEXTS.panel}: tests ${wholeNumber(window.fromRow + 1)} to ${wholeNumber(window.fromRow + rows.length)} of ` +
          `${wholeNumber(order.length)}, columns ${wholeNumber(first + 1)} to ${wholeNumber(first + columns.length)} of ${wholeNumber(count)}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Test</th>
          <th scope="col">Failed</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {headingOf(grid, turned(column), formatTime)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{toPrintable((grid.rows[row]?.name ?? '').slice(0, 500))}</th>
            <td>{shareText(grid.rows[row]?.failed ?? 0, grid.rows[row]?.rated ?? 0)}</td>
            {columns.map((column) => (
              <td key={column}>{wordOf(grid, row, turned(column))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

/** Of more columns than a table may have, the newest. */
function shownColumns({ window: { fromColumn, toColumn }, isNewestLeft }: CellsTableProps): number[] {
  const length = Math.min(MAX_COLUMNS, toColumn - fromColumn);
  const start = isNewestLeft ? fromColumn : toColumn - length;
  return Array.from({ length }, (_, index) => start + index);
}

function headingOf(grid: Grid, place: number, formatTime: (time: number) => string): string {
  const column = grid.columns[place];
  const time = column?.time ?? null;
  const when = time === null ? TEXTS.unknownTime : formatTime(time);
  return column?.job == null ? when : `${when}, ${toPrintable(column.job.slice(0, 200))}`;
}

function wordOf(grid: Grid, row: number, place: number): string {
  const cell = findCell(grid, row, place);
  return cell < 0 ? TEXTS.noResult : OUTCOME_LABELS[outcomeOfCode(grid.cells.outcome[cell])];
}

const HIDDEN = css({
  position: 'absolute',
  top: 0,
  left: 0,
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
  border: 0,
  contain: 'strict',
});

import { useCallback, useState } from 'react';
import { type Hit, isSameHit } from '../model/hit-test';
import { type FocusedCell } from '../model/move-focus';

export interface GridState {
  /** What the hint is about: under the mouse, or where keys moved to. */
  readonly hint: Hit | null;
  readonly setHint: (hit: Hit | null) => void;
  /** What the card that stays is about. */
  readonly pinned: Hit | null;
  readonly setPinned: (hit: Hit | null) => void;
  /** Within the grid, whatever was filtered since. */
  readonly cell: FocusedCell;
  readonly setCell: (cell: FocusedCell) => void;
  readonly hasFocus: boolean;
  readonly setHasFocus: (hasFocus: boolean) => void;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly isNewestLeft: boolean;
}

/** What points to where in a grid. Keys begin at the newest result of the first test. */
export function useGridState({ rows, columns, isNewestLeft }: Size): GridState {
  const [hint, setHintState] = useState<Hit | null>(null);
  const [pinned, setPinned] = useState<Hit | null>(null);
  const [cell, setCell] = useState<FocusedCell>({ row: 0, column: isNewestLeft ? 0 : Infinity });
  const [hasFocus, setHasFocus] = useState(false);
  const setHint = useCallback((hit: Hit | null) => setHintState((last) => (isSameHit(last, hit) ? last : hit)), []);
  const within = { row: Math.min(cell.row, rows - 1), column: Math.min(cell.column, columns - 1) };
  return { hint, setHint, pinned, setPinned, cell: within, setCell, hasFocus, setHasFocus };
}

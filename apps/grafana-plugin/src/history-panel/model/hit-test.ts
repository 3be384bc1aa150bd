import { type Layout } from './layout';
import { type Scroll } from './visible-window';

/** What lies under a point: places in the shown order, counted from the top left. */
export type Hit =
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'name'; readonly row: number }
  | { readonly kind: 'header'; readonly column: number };

/** `x` and `y` count from the corner of what is seen. `null` outside of the rows and columns. */
export function hitTest(layout: Layout, scroll: Scroll, { x, y }: { x: number; y: number }): Hit | null {
  if (x < 0 || y < 0 || x >= layout.width || y >= layout.height) return null;
  const row = Math.floor((y - layout.header + scroll.y) / layout.rowHeight);
  const column = Math.floor((x - layout.names + scroll.x) / layout.cellWidth);
  const isInNames = x < layout.names;
  const isInHeader = y < layout.header;
  if (isInNames) return isInHeader || row >= layout.rows ? null : { kind: 'name', row };
  if (column >= layout.columns) return null;
  if (isInHeader) return { kind: 'header', column };
  return row >= layout.rows ? null : { kind: 'cell', row, column };
}

/** Where a place is seen, from the corner of what is seen. */
export function boxOf(
  layout: Layout,
  scroll: Scroll,
  hit: Hit,
): { x: number; y: number; width: number; height: number } {
  const x = hit.kind === 'name' ? 0 : layout.names + hit.column * layout.cellWidth - scroll.x;
  const y = hit.kind === 'header' ? 0 : layout.header + hit.row * layout.rowHeight - scroll.y;
  return {
    x,
    y,
    width: hit.kind === 'name' ? layout.names : layout.cellWidth,
    height: hit.kind === 'header' ? layout.header : layout.rowHeight,
  };
}

export function isSameHit(a: Hit | null, b: Hit | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'cell') return b.kind === 'cell' && a.row === b.row && a.column === b.column;
  if (a.kind === 'name') return b.kind === 'name' && a.row === b.row;
  return b.kind === 'header' && a.column === b.column;
}

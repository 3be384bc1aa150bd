import { type Layout } from './layout';

export interface Scroll {
  readonly x: number;
  readonly y: number;
}

/** The rows and columns of which something is seen; `to` is the first behind them. Columns are counted from the left. */
export interface VisibleWindow {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export function visibleWindow(layout: Layout, scroll: Scroll): VisibleWindow {
  const { cellWidth, rowHeight, width, height, names, header, rows, columns } = layout;
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return {
    fromRow: clamp(Math.floor(scroll.y / rowHeight), rows),
    toRow: clamp(Math.ceil((scroll.y + height - header) / rowHeight), rows),
    fromColumn: clamp(Math.floor(scroll.x / cellWidth), columns),
    toColumn: clamp(Math.ceil((scroll.x + width - names) / cellWidth), columns),
  };
}

/** The farthest that can be scrolled to. */
export function maxScroll(layout: Layout): Scroll {
  return {
    x: Math.max(0, layout.contentWidth - layout.width),
    y: Math.max(0, layout.contentHeight - layout.height),
  };
}

/** The nearest scroll position at which a whole cell is seen. */
export function scrollToCell(layout: Layout, scroll: Scroll, { row, column }: { row: number; column: number }): Scroll {
  const most = maxScroll(layout);
  return {
    x: Math.min(most.x, nearest(scroll.x, column * layout.cellWidth, layout.cellWidth, layout.width - layout.names)),
    y: Math.min(most.y, nearest(scroll.y, row * layout.rowHeight, layout.rowHeight, layout.height - layout.header)),
  };
}

function nearest(scroll: number, start: number, size: number, room: number): number {
  if (start < scroll) return start;
  return start + size > scroll + room ? Math.max(0, start + size - room) : scroll;
}

/** Sizes in pixels of the page (CSS); `ratio` says how many pixels of the screen lie in one. */
export interface LayoutInput {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  /** How thick a scroll bar is; 0 where it lies over the content. */
  readonly scrollbar: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of the longest label. */
  readonly longestLabel: number;
  readonly rowHeight: number;
  /** 0: as the panel allows. */
  readonly cellWidth: number;
  /** 0: as the labels need. */
  readonly nameWidth: number;
}

/** Where everything is. Cells and rows are whole pixels of the screen, so that all look alike. */
export interface Layout {
  readonly ratio: number;
  /** What is seen, without scroll bars. */
  readonly width: number;
  readonly height: number;
  readonly names: number;
  /** The figures right of the names, within `names`; 0 where there is no room. */
  readonly figures: number;
  readonly header: number;
  readonly cellWidth: number;
  readonly rowHeight: number;
  readonly rows: number;
  readonly columns: number;
  /** Of everything, seen or not. */
  readonly contentWidth: number;
  readonly contentHeight: number;
  readonly scrollsX: boolean;
  readonly scrollsY: boolean;
}

export const HEADER_HEIGHT = 42;
const AUTO_CELL = { min: 9, max: 26 };
const PIXELS_A_LETTER = 6.3;
const NAME_PADDING = 16;
const FIGURES_WIDTH = 74;
/** Names narrower than this have no figures beside them. */
const FIGURES_FROM = 190;
const NAME_SHARE = { auto: 0.4, most: 0.7 };
const LEAST_NAME = 90;

export function layoutGrid(input: LayoutInput): Layout {
  const rowHeight = wholePixels(input.rowHeight, input.ratio);
  const needed = HEADER_HEIGHT + input.rows * rowHeight;
  let scrollsY = needed > input.height;
  let widths = columnWidths(input, scrollsY);
  if (widths.scrollsX && !scrollsY && needed > input.height - input.scrollbar) {
    scrollsY = true;
    widths = columnWidths(input, scrollsY);
  }
  const { scrollsX, names, cellWidth } = widths;
  return {
    ratio: input.ratio,
    width: Math.max(0, input.width - (scrollsY ? input.scrollbar : 0)),
    height: Math.max(0, input.height - (scrollsX ? input.scrollbar : 0)),
    names,
    figures: names >= FIGURES_FROM ? FIGURES_WIDTH : 0,
    header: HEADER_HEIGHT,
    cellWidth,
    rowHeight,
    rows: input.rows,
    columns: input.columns,
    contentWidth: names + input.columns * cellWidth,
    contentHeight: needed,
    scrollsX,
    scrollsY,
  };
}

function columnWidths(
  input: LayoutInput,
  scrollsY: boolean,
): { readonly names: number; readonly cellWidth: number; readonly scrollsX: boolean } {
  const width = input.width - (scrollsY ? input.scrollbar : 0);
  const names = Math.round(namesWidth(input, width));
  const cellWidth = wholePixels(input.cellWidth || fittingCell(width - names, input.columns), input.ratio);
  return { names, cellWidth, scrollsX: names + input.columns * cellWidth > width };
}

function namesWidth({ nameWidth, longestLabel }: LayoutInput, width: number): number {
  if (nameWidth > 0) return Math.min(nameWidth, width * NAME_SHARE.most);
  const label = longestLabel * PIXELS_A_LETTER + NAME_PADDING;
  const wanted = label + FIGURES_WIDTH;
  return Math.max(Math.min(LEAST_NAME, width / 2), Math.min(wanted, width * NAME_SHARE.auto));
}

function fittingCell(width: number, columns: number): number {
  return Math.min(AUTO_CELL.max, Math.max(AUTO_CELL.min, width / Math.max(1, columns)));
}

/** Rounded down: a row of cells that fits does not grow beyond the panel. */
function wholePixels(size: number, ratio: number): number {
  return Math.max(1, Math.floor(size * ratio + 1e-6)) / ratio;
}

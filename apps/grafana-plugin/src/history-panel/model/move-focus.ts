/** The cell that keys act on: places in the shown order. */
export interface FocusedCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Whole rows and columns that are seen at once. */
  readonly pageRows: number;
  readonly pageColumns: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

type Step = (focus: FocusedCell, size: GridSize) => FocusedCell;

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['ArrowUp', ({ row, column }) => ({ row: row - 1, column })],
  ['ArrowDown', ({ row, column }) => ({ row: row + 1, column })],
  ['ArrowLeft', ({ row, column }) => ({ row, column: column - 1 })],
  ['ArrowRight', ({ row, column }) => ({ row, column: column + 1 })],
  ['Home', ({ row }) => ({ row, column: 0 })],
  ['End', ({ row }, { columns }) => ({ row, column: columns - 1 })],
  ['PageUp', ({ row, column }, { pageRows }) => ({ row: row - page(pageRows), column })],
  ['PageDown', ({ row, column }, { pageRows }) => ({ row: row + page(pageRows), column })],
]);

/** With Control or Command. */
const FAR_STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['ArrowUp', ({ column }) => ({ row: 0, column })],
  ['ArrowDown', ({ column }, { rows }) => ({ row: rows - 1, column })],
  ['ArrowLeft', ({ row }) => ({ row, column: 0 })],
  ['ArrowRight', ({ row }, { columns }) => ({ row, column: columns - 1 })],
  ['Home', () => ({ row: 0, column: 0 })],
  ['End', (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 })],
]);

/** With Alt. */
const SIDE_STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['PageUp', ({ row, column }, { pageColumns }) => ({ row, column: column - page(pageColumns) })],
  ['PageDown', ({ row, column }, { pageColumns }) => ({ row, column: column + page(pageColumns) })],
]);

/** Where a key moves the focus to; `null` where it is none of those that do. */
export function moveFocus(focus: FocusedCell, pressed: Key, size: GridSize): FocusedCell | null {
  const step = stepsOf(pressed).get(pressed.key);
  if (step === undefined || size.rows === 0 || size.columns === 0) return null;
  const { row, column } = step(focus, size);
  return { row: clamp(row, size.rows), column: clamp(column, size.columns) };
}

function stepsOf({ ctrlKey, metaKey, altKey }: Key): ReadonlyMap<string, Step> {
  if (ctrlKey || metaKey) return FAR_STEPS;
  return altKey ? SIDE_STEPS : STEPS;
}

/** One row less than is seen, so that the last one is found again. */
function page(seen: number): number {
  return Math.max(1, seen - 1);
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}

import { type Outcome, OUTCOMES } from '../model/outcome';
import { paintCell, paintShape } from './paint-cell';
import { type Palette } from './palette';

/** Paints cells of one size. */
export interface CellSheet {
  readonly cell: (context: CanvasRenderingContext2D, outcome: Outcome, x: number, y: number) => void;
  /** The shape only, for a cell whose fill is of several outcomes. */
  readonly shape: (context: CanvasRenderingContext2D, outcome: Outcome, x: number, y: number) => void;
}

export interface CellSheetInput {
  /** Of a cell, in pixels of the screen. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly palette: Palette;
}

/**
 * Every kind of cell is painted once on a sheet and copied from there: thousands of small shapes a frame are too slow to
 * be drawn line by line. Where there is no second canvas they are drawn so all the same.
 */
export function makeCellSheet(input: CellSheetInput, createCanvas: () => HTMLCanvasElement | null): CellSheet {
  const { width, height, ratio, palette } = input;
  const sheet = createCanvas();
  const context = sheet?.getContext('2d') ?? null;
  if (sheet === null || context === null) return drawnSheet(input);
  sheet.width = width * OUTCOMES.length;
  sheet.height = height * 2;
  OUTCOMES.forEach((outcome, index) => {
    paintCell(context, outcome, { x: index * width, y: 0, width, height }, palette, ratio);
    const box = { x: index * width, y: height, width, height };
    paintShape(context, outcome, box, { color: palette.inks[outcome], ratio });
  });
  const copy =
    (row: number): CellSheet['cell'] =>
    (target, outcome, x, y) => {
      const from = OUTCOMES.indexOf(outcome) * width;
      target.drawImage(sheet, from, row * height, width, height, x, y, width, height);
    };
  return { cell: copy(0), shape: copy(1) };
}

function drawnSheet({ width, height, ratio, palette }: CellSheetInput): CellSheet {
  return {
    cell: (context, outcome, x, y) => paintCell(context, outcome, { x, y, width, height }, palette, ratio),
    shape: (context, outcome, x, y) =>
      paintShape(context, outcome, { x, y, width, height }, { color: palette.inks[outcome], ratio }),
  };
}

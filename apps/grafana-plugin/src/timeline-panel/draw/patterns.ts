import { type Kind } from '../model/kind';

/** The kinds that have a pattern on their color; a pass is plain. */
type Lines = readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];

const SIZE = 6;

/** In a tile of six by six pixels, with what a neighbour's stroke leaves in the corners. */
const LINES: Readonly<Partial<Record<Kind, Lines>>> = {
  failed: [
    [-1, 7, 7, -1],
    [-4, 4, 4, -4],
    [2, 10, 10, 2],
  ],
  uxsuccess: [
    [0, 0, 6, 6],
    [0, 6, 6, 0],
  ],
  flaky: [[3, 0, 3, 6]],
  skipped: [
    [1, 1.5, 2.5, 1.5],
    [4, 4.5, 5.5, 4.5],
  ],
  xfail: [
    [-1, -1, 7, 7],
    [-4, 2, 4, 10],
    [2, -4, 10, 4],
  ],
  unfinished: [[0, 3, 6, 3]],
};

export type MakeCanvas = (width: number, height: number) => HTMLCanvasElement;

export type PatternOf = (kind: Kind) => CanvasPattern | null;

/** Patterns that say the kind without its color; made once for a screen's density. */
export function makePatterns(
  context: CanvasRenderingContext2D,
  inks: Readonly<Record<Kind, string>>,
  density: number,
  makeCanvas: MakeCanvas,
): PatternOf {
  const made = new Map<Kind, CanvasPattern | null>();
  return (kind) => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const lines = LINES[kind];
    const pattern = lines === undefined ? null : makePattern(context, lines, inks[kind], { density, makeCanvas });
    made.set(kind, pattern);
    return pattern;
  };
}

interface Screen {
  readonly density: number;
  readonly makeCanvas: MakeCanvas;
}

function makePattern(
  context: CanvasRenderingContext2D,
  lines: Lines,
  ink: string,
  { density, makeCanvas }: Screen,
): CanvasPattern | null {
  const size = Math.round(SIZE * density);
  const tile = makeCanvas(size, size);
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.scale(size / SIZE, size / SIZE);
  pen.strokeStyle = ink;
  pen.globalAlpha = 0.45;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / density));
  return pattern;
}

export function makeCanvas(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

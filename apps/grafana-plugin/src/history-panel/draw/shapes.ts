import { type Outcome } from '../model/outcome';

/** A shape in a square from -1 to 1. */
export interface Shape {
  /** Corners of a line, one after another. */
  readonly lines: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** The radius of a circle around the middle; 0 for none. */
  readonly ring: number;
}

const NONE: Shape = { lines: [], dots: [], ring: 0 };

/**
 * What says an outcome without its color. A pass, which is the most frequent, is plain; a flaky cell is split, which is
 * part of its fill.
 */
export const SHAPES: Readonly<Record<Outcome, Shape>> = {
  passed: NONE,
  flaky: NONE,
  failed: {
    ...NONE,
    lines: [
      [
        [-0.8, -0.8],
        [0.8, 0.8],
      ],
      [
        [-0.8, 0.8],
        [0.8, -0.8],
      ],
    ],
  },
  skipped: {
    ...NONE,
    lines: [
      [
        [-0.8, 0],
        [0.8, 0],
      ],
    ],
  },
  xfail: { ...NONE, ring: 0.75 },
  uxsuccess: {
    ...NONE,
    lines: [
      [
        [0, -1],
        [0, 0.2],
      ],
    ],
    dots: [[0, 0.9]],
  },
  unfinished: {
    ...NONE,
    dots: [
      [-0.85, 0],
      [0, 0],
      [0.85, 0],
    ],
  },
  unknown: {
    ...NONE,
    lines: [
      [
        [-0.6, -0.55],
        [-0.2, -1],
        [0.4, -0.9],
        [0.6, -0.5],
        [0.1, -0.05],
        [0, 0.35],
      ],
    ],
    dots: [[0, 0.95]],
  },
};

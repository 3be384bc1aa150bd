/**
 * Colors that people tell apart whichever of them their eyes see, and that differ in brightness on paper without color
 * (Okabe and Ito, "Color Universal Design"). Lines and marks differ in form as well.
 */
export const COLORS = {
  passed: '#56b4e9',
  passedLine: '#0072b2',
  failed: '#d55e00',
  skipped: '#bbbbbb',
  skippedLine: '#7f7f7f',
  mean: '#000000',
  band: '#dddddd',
  box: '#d6e9f8',
  ink: '#000000',
  grid: '#d9d9d9',
} as const;

/** Stripes, for who sees no color. */
export const STRIPES = {
  symbol: 'rect',
  color: 'rgba(0,0,0,0.45)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: Math.PI / 4,
};

import { TEST_PALETTE } from '../testing/palette';
import { KINDS } from '../model/kind';

/** The relative luminance of WCAG. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('makePalette()', () => {
  it.each(KINDS)('should let text on %s be read: a contrast of 4.5 or more', (kind) => {
    const [a, b] = [luminance(TEST_PALETTE.fills[kind]), luminance(TEST_PALETTE.inks[kind])].sort((x, y) => y - x) as [
      number,
      number,
    ];
    expect((a + 0.05) / (b + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it('should take everything else from the theme', () => {
    const { background, lane, idle, grid, text, quietText, strong, brush, font } = TEST_PALETTE;
    expect([background, lane, idle, grid, text, quietText, strong, brush, font]).toEqual([
      'background',
      'lane',
      'idle',
      'grid',
      'text',
      'quiet',
      'strong',
      'brush',
      'font',
    ]);
  });
});

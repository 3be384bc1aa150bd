import { OUTCOMES } from '../model/outcome';
import { recordingContext } from '../testing/recording-context';
import { PALETTE } from '../testing/scenes';
import { fitText } from './fit-text';
import { makeCellSheet } from './cell-sheet';
import { paintCell } from './paint-cell';

const BOX = { x: 0, y: 0, width: 9, height: 19 };

function strokes(outcome: (typeof OUTCOMES)[number]): string {
  const { context, painted } = recordingContext();
  paintCell(context, outcome, BOX, PALETTE, 1);
  return JSON.stringify(painted.map(({ call, args }) => [call, args]));
}

describe('paintCell()', () => {
  it('should give each outcome a shape of its own, besides its color', () => {
    const marked = OUTCOMES.filter((outcome) => outcome !== 'passed');
    expect(new Set(marked.map(strokes)).size).toBe(marked.length);
    for (const outcome of marked) expect(strokes(outcome)).not.toBe(strokes('passed'));
  });

  it('should split a flaky cell between passed and flaky', () => {
    const { context, of } = recordingContext();
    paintCell(context, 'flaky', BOX, PALETTE, 1);
    expect(of('fillRect')[0]?.fillStyle).toBe(PALETTE.fills.passed);
    expect(of('fill').map(({ fillStyle }) => fillStyle)).toEqual([PALETTE.fills.flaky]);
    expect(of('lineTo').map(({ args }) => args)).toEqual([
      [9, 19],
      [0, 19],
    ]);
  });

  it('should draw no shape where it would be a spot', () => {
    const { context, of } = recordingContext();
    paintCell(context, 'failed', { x: 0, y: 0, width: 4, height: 4 }, PALETTE, 1);
    expect(of('stroke')).toEqual([]);
  });
});

describe('makeCellSheet()', () => {
  it('should paint each kind of cell once and copy it from then on', () => {
    const sheetContext = recordingContext();
    const canvas = { width: 0, height: 0, getContext: () => sheetContext.context } as unknown as HTMLCanvasElement;
    const sheet = makeCellSheet({ width: 9, height: 19, ratio: 1, palette: PALETTE }, () => canvas);
    const before = sheetContext.painted.length;
    const { context, painted } = recordingContext();
    sheet.cell(context, 'failed', 30, 40);
    sheet.shape(context, 'failed', 50, 60);
    expect(painted.map(({ call, args }) => [call, ...args.slice(1)])).toEqual([
      ['drawImage', 9, 0, 9, 19, 30, 40, 9, 19],
      ['drawImage', 9, 19, 9, 19, 50, 60, 9, 19],
    ]);
    expect(sheetContext.painted).toHaveLength(before);
    expect([canvas.width, canvas.height]).toEqual([72, 38]);
  });

  it('should draw the shapes themselves where there is no second canvas', () => {
    const { context, of } = recordingContext();
    makeCellSheet({ width: 9, height: 19, ratio: 1, palette: PALETTE }, () => null).cell(context, 'failed', 1, 2);
    expect(of('fillRect')[0]?.args).toEqual([1, 2, 9, 19]);
    expect(of('stroke')).toHaveLength(1);
  });
});

describe('fitText()', () => {
  const fit = (text: string, width: number, keep: 'start' | 'middle' | 'end'): string =>
    fitText(text, width, (part) => part.length, keep);

  it('should leave text alone that fits', () => {
    expect(fit('abcdef', 6, 'end')).toBe('abcdef');
  });

  it('should keep the beginning, the end or both', () => {
    expect(fit('abcdefghij', 6, 'start')).toBe('abcde…');
    expect(fit('abcdefghij', 6, 'end')).toBe('…fghij');
    expect(fit('abcdefghij', 6, 'middle')).toBe('abc…ij');
  });

  it('should be nothing where nothing fits', () => {
    expect(fit('abc', 1, 'start')).toBe('');
    expect(fit('abc', -5, 'end')).toBe('');
    expect(fit('', 0, 'end')).toBe('');
  });

  it('should not leave half a character', () => {
    expect(fit('ab😀cd', 4, 'start')).toBe('ab…');
  });
});

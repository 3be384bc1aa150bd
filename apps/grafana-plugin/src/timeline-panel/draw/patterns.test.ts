import { KINDS } from '../model/kind';
import { TEST_PALETTE } from '../testing/palette';
import { makeRecordingContext } from '../testing/recording-context';
import { makePatterns } from './patterns';

Object.assign(globalThis, {
  DOMMatrix: class {
    scale(): this {
      return this;
    }
  },
});

describe('makePatterns()', () => {
  const make = () => {
    const target = makeRecordingContext();
    const tile = makeRecordingContext();
    const sizes: number[] = [];
    const makeCanvas = (width: number) => {
      sizes.push(width);
      return { getContext: () => tile.context } as unknown as HTMLCanvasElement;
    };
    return { target, tile, sizes, of: makePatterns(target.context, TEST_PALETTE.inks, 2, makeCanvas) };
  };

  it('should leave a pass plain and give every other kind a pattern', () => {
    const { of } = make();
    expect(KINDS.filter((kind) => of(kind) === null)).toEqual(['passed']);
  });

  it('should draw different lines for different kinds', () => {
    const drawn = KINDS.filter((kind) => kind !== 'passed').map((kind) => {
      const { of, tile } = make();
      of(kind);
      return JSON.stringify(tile.of('moveTo').map(({ args }) => args));
    });
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it('should make each once, as sharp as the screen', () => {
    const { of, target, sizes } = make();
    of('failed');
    of('failed');
    of('passed');
    of('passed');
    expect(target.of('createPattern')).toHaveLength(1);
    expect(sizes).toEqual([12]);
  });

  it('should do without where a tile cannot be drawn', () => {
    const { context } = makeRecordingContext();
    const makeCanvas = () => ({ getContext: () => null }) as unknown as HTMLCanvasElement;
    expect(makePatterns(context, TEST_PALETTE.inks, 1, makeCanvas)('failed')).toBeNull();
  });
});

import { drawnFrame, frameOf } from './testing/frames';
import { suggestHistory } from './suggestions';

describe('suggestHistory()', () => {
  it('should offer the panel for a history', () => {
    expect(suggestHistory({ hasData: true, rawFrames: [drawnFrame({ a: '.' })] })).toHaveLength(1);
  });

  it('should not offer it for anything else, nor where the frames are not known', () => {
    expect(suggestHistory({ hasData: true, rawFrames: [frameOf({ time: [1], value: [2] })] })).toBeUndefined();
    expect(suggestHistory({ hasData: false, rawFrames: [] })).toBeUndefined();
    expect(suggestHistory({ hasData: true })).toBeUndefined();
    expect(suggestHistory({})).toBeUndefined();
  });
});

import { drawnFrame, frameOf, runsFrame } from '../testing/frames';
import { recogniseFrames } from './recognise-frames';

const NO_ROWS = frameOf({});

function problemOf(...frames: Parameters<typeof recogniseFrames>[0]): unknown {
  const recognition = recogniseFrames(frames);
  return 'problem' in recognition ? recognition.problem : null;
}

describe('recogniseFrames()', () => {
  it('should take a frame of results for one column a run', () => {
    const recognition = recogniseFrames([drawnFrame({ a: '.F' })]);
    expect(recognition).toMatchObject({ recognised: { form: 'runs', sources: [{ start: 0 }] } });
  });

  it('should take a frame of counts for one column a bucket of time', () => {
    const frame = frameOf({ test: ['a'], time: [1], passed: [1], failed: [0] });
    expect(recogniseFrames([frame])).toMatchObject({ recognised: { form: 'time' } });
  });

  it('should do with results that have a time and no run, in whatever case the columns are written', () => {
    const frame = frameOf({ Test: ['a'], time: [1], Outcome: ['passed'] });
    expect(recogniseFrames([frame])).toMatchObject({ recognised: { form: 'runs' } });
  });

  it('should add frames of the same form and number their rows through', () => {
    const recognition = recogniseFrames([drawnFrame({ a: '.F' }), NO_ROWS, drawnFrame({ b: '...' })]);
    expect('recognised' in recognition && recognition.recognised.sources.map(({ start }) => start)).toEqual([0, 2]);
  });

  it('should leave out frames of another form and frames that are no history', () => {
    const counts = frameOf({ test: ['a'], time: [1], passed: [1] });
    const recognition = recogniseFrames([frameOf({ time: [1], value: [2] }), drawnFrame({ a: '.' }), counts]);
    expect('recognised' in recognition && recognition.recognised.sources).toHaveLength(1);
  });

  it('should tell nothing at all from a query without rows', () => {
    expect(problemOf()).toEqual({ code: 'no-frames', found: [] });
    expect(problemOf(NO_ROWS)).toEqual({ code: 'no-rows', found: [] });
    expect(problemOf(runsFrame([]))).toMatchObject({ code: 'no-rows' });
  });

  it('should name the columns that came where they are no history', () => {
    const frames = [frameOf({ time: [1], Failed: [2] }), frameOf({ time: [1], test: ['a'] })];
    expect(problemOf(...frames)).toEqual({ code: 'wrong-columns', found: ['time', 'Failed', 'test'] });
    expect(problemOf(frameOf({ test: ['a'], outcome: ['passed'] }))).toMatchObject({ code: 'wrong-columns' });
    expect(problemOf(frameOf({ test: ['a'], passed: [1] }))).toMatchObject({ code: 'wrong-columns' });
  });
});

import { idleOf } from './idle';

describe('idleOf()', () => {
  it('should tell what lies before, between and after the tests', () => {
    const spans = [
      { start: 10, stop: 20 },
      { start: 25, stop: 40 },
      { start: 41, stop: 50 },
    ];
    expect(idleOf(spans, 100)).toEqual({
      busyMs: 34,
      idleMs: 66,
      beforeMs: 10,
      betweenMs: 6,
      afterMs: 50,
      longestMs: 50,
      gaps: [
        { start: 0, stop: 10 },
        { start: 20, stop: 25 },
        { start: 40, stop: 41 },
        { start: 50, stop: 100 },
      ],
    });
  });

  it('should count what overlaps once, and what lies within another not at all', () => {
    const spans = [
      { start: 0, stop: 50 },
      { start: 10, stop: 20 },
      { start: 40, stop: 60 },
    ];
    expect(idleOf(spans, 60)).toMatchObject({ busyMs: 60, idleMs: 0, gaps: [] });
  });

  it('should take moments as no work', () => {
    expect(idleOf([{ start: 5, stop: 5 }], 10)).toMatchObject({ busyMs: 0, idleMs: 10, beforeMs: 5, afterMs: 5 });
  });

  it('should find nothing in a run that took no time', () => {
    expect(idleOf([{ start: 0, stop: 0 }], 0)).toMatchObject({ busyMs: 0, idleMs: 0, gaps: [], longestMs: 0 });
  });
});

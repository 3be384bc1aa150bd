import { makeAttempt, makeAttempts } from '../testing/make-attempt';
import { makeRun } from '../testing/make-run';
import { buildTimeline, countRows } from './timeline';

describe('buildTimeline()', () => {
  it('should count times from the first start', () => {
    const timeline = buildTimeline(makeAttempts(['worker-0', 5000.25, 6000], ['worker-0', 7000, 9000.75]));
    expect(timeline.origin).toBe(5000.25);
    expect(timeline.wallMs).toBe(4000.5);
    expect(timeline.boxes[1]).toEqual({ id: 1, start: 1999.75, stop: 4000.5, lane: 0, row: 0, isOpen: false });
  });

  it('should make a lane of each worker, in the order of their numbers, the unknown one last', () => {
    const workers = ['worker-10', '', 'worker-2', '0/10', '0/2', 'gate'];
    const { lanes } = buildTimeline(workers.map((worker) => makeAttempt({ worker })));
    expect(lanes.map(({ label }) => label)).toEqual([
      'Route 0/2',
      'Route 0/10',
      'gate',
      'Worker 2',
      'Worker 10',
      'No worker',
    ]);
    expect(lanes.map(({ firstRow }) => firstRow)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('should call the only lane of a run without workers by what it holds', () => {
    expect(buildTimeline([makeAttempt({ worker: '' })]).lanes[0]?.label).toBe('All tests');
  });

  it('should stack the overlapping boxes of a worker into rows of its lane', () => {
    const timeline = buildTimeline(makeAttempts(['worker-0', 0, 10], ['worker-0', 5, 8], ['worker-1', 0, 10]));
    expect(timeline.boxes.map((box) => [box?.lane, box?.row])).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
    ]);
    expect(countRows(timeline)).toBe(3);
  });

  it('should keep a moment, one that stopped before it started, and one with one time only, as moments', () => {
    const rows = makeAttempts(['w', 3, 3], ['w', 9, 4], ['w', null, 6], ['w', 7, null], ['w', 0, 10]);
    expect(buildTimeline(rows).boxes.map((box) => [box?.start, box?.stop])).toEqual([
      [3, 3],
      [9, 9],
      [6, 6],
      [7, 7],
      [0, 10],
    ]);
  });

  it('should let what never ended last until the end of the run', () => {
    const rows = makeAttempts(
      ['w', 2, null, 'inprogress'],
      ['v', 0, 10],
      ['w', 1, 4, 'inprogress'],
      ['w', 5, 5, 'unknown'],
    );
    const { boxes } = buildTimeline(rows);
    expect(boxes.map((box) => [box?.stop, box?.isOpen])).toEqual([
      [10, true],
      [10, false],
      [4, false],
      [10, true],
    ]);
  });

  it('should set apart what has no time, and count each test once', () => {
    const rows = [
      makeAttempt({ test: 'a', attempts: 2 }),
      makeAttempt({ test: 'a', attempt: 2, attempts: 2, start: null, stop: null }),
    ];
    const timeline = buildTimeline(rows);
    expect(timeline).toMatchObject({ unplaced: [1], tests: 1 });
    expect(timeline.boxes[1]).toBeUndefined();
  });

  it('should keep a run that took no time', () => {
    const timeline = buildTimeline(makeAttempts(['w', 5, 5], ['w', 5, 5]));
    expect(timeline).toMatchObject({ wallMs: 0, origin: 5 });
    expect(countRows(timeline)).toBe(1);
  });

  it('should lay out 20,000 attempts of 64 workers: each in a row by start, nothing overlapping, nothing lost', () => {
    const timeline = buildTimeline(makeRun({ attempts: 20_000, workers: 64 }));
    expect(timeline.lanes).toHaveLength(64);
    const seen = new Set<number>();
    let overlaps = 0;
    for (const { starts, stops, ids } of timeline.lanes.flatMap(({ rows }) => rows)) {
      for (let at = 0; at < ids.length; at++) {
        seen.add(ids[at]!);
        if (at > 0 && starts[at]! < stops[at - 1]!) overlaps++;
      }
    }
    expect(overlaps).toBe(0);
    expect(seen.size).toBe(20_000);
  });

  it('should take names and workers that mean something elsewhere as names', () => {
    const rows = ['__proto__', 'constructor', '<img src=x>', `worker-${'9'.repeat(400)}`].map((worker) =>
      makeAttempt({ worker, test: worker.repeat(10) }),
    );
    expect(
      buildTimeline(rows)
        .lanes.map(({ worker }) => worker)
        .sort(),
    ).toEqual(rows.map(({ worker }) => worker).sort());
  });
});

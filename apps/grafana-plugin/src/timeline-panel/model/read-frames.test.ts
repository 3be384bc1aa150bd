import { makeAttempt } from '../testing/make-attempt';
import { makeFrame, makeTimelineFrame } from '../testing/make-frame';
import { describeProblem, type Problem } from './problem';
import { attachmentsOf } from './read-attachments';
import { isProblem, readFrames, type RunInput } from './read-frames';

const attempts = [
  makeAttempt({
    row: 0,
    test: 'a',
    testKey: 7,
    attempts: 2,
    status: 'fail',
    flaky: true,
    kind: 'flaky',
    message: 'boom',
  }),
  makeAttempt({ row: 1, test: 'a', testKey: 7, attempt: 2, attempts: 2, flaky: true }),
  makeAttempt({ row: 2, test: 'b', testKey: 8, start: null, stop: null, worker: '' }),
];
const timeline = makeTimelineFrame(attempts);
const files = makeFrame({
  test_key: [7],
  test: ['a'],
  attempt: [2],
  name: ['log'],
  content_type: ['text/plain'],
  content: ['x'],
});
const empty = makeFrame({});

const read = (...frames: Parameters<typeof readFrames>[0]): RunInput => {
  const input = readFrames(frames);
  if (isProblem(input)) throw new Error(describeProblem(input));
  return input;
};
const refuse = (...frames: Parameters<typeof readFrames>[0]): Problem => {
  const input = readFrames(frames);
  if (!isProblem(input)) throw new Error('Expected a problem.');
  return input;
};

describe('readFrames()', () => {
  it('should read every column of the attempts', () => expect(read(timeline).attempts).toEqual(attempts));

  it('should find both frames by their columns, in any order', () => {
    const input = read(empty, files, timeline);
    expect(input.frame).toBe(2);
    expect(input.attempts).toHaveLength(3);
    expect(attachmentsOf(input.attachments ?? new Map(), attempts[1]!)).toEqual([
      { name: 'log', contentType: 'text/plain', content: 'x' },
    ]);
    expect(attachmentsOf(input.attachments ?? new Map(), attempts[0]!)).toEqual([]);
  });

  it('should tell a query for attachments that found none from none at all', () => {
    expect(read(timeline).attachments).toBeNull();
    expect(read(timeline, empty).attachments?.size).toBe(0);
  });

  it('should find attachments by name where a frame has no keys', () => {
    const { attachments } = read(timeline, makeFrame({ test: ['b'], name: ['log'], content: ['y'] }));
    expect(attachmentsOf(attachments ?? new Map(), attempts[2]!)).toHaveLength(1);
  });

  it('should take sensible values where optional columns are missing', () => {
    const {
      attempts: [attempt],
    } = read(makeFrame({ TEST: ['a'], status: ['success'], start: ['12.5'], stop: [null] }));
    expect(attempt).toEqual(makeAttempt({ test: 'a', start: 12.5, stop: null, worker: '' }));
  });

  it('should take tags, and cells of odd types, as what they say', () => {
    const frame = makeFrame({
      test: [5, null],
      status: ['success', undefined],
      start: [true, 3],
      stop: [1, Infinity],
      tags: ['slow, worker-1  gate', ''],
      flaky: [true, 'no'],
    });
    const [first, second] = read(frame).attempts;
    expect(first).toMatchObject({ test: '5', start: null, stop: 1, tags: ['slow', 'worker-1', 'gate'], flaky: true });
    expect(second).toMatchObject({ test: '', status: '', kind: 'unfinished', start: 3, stop: null, flaky: false });
  });

  it.each([
    ['no frame', []],
    ['a frame without fields', [empty]],
    ['a frame without rows', [makeTimelineFrame([])]],
    ['attachments and a frame without fields', [files, empty]],
  ])('should say that there are no rows for %s', (_, frames) => {
    expect(describeProblem(refuse(...frames))).toBe(
      'Expected one row for each test of a run, the query gave no rows. ' +
        'Choose a run that has tests; if it was uploaded just now, refresh the dashboard.',
    );
  });

  it('should name the columns that are missing and those that were found', () => {
    const problem = refuse(makeFrame({ test: [1], 'a"b': [1], status: ['x'] }));
    expect(problem.code).toBe('wrong-columns');
    expect(describeProblem(problem)).toBe(
      'Expected the columns test, status, start and stop (start, stop missing), found "test", "a\\"b", "status". ' +
        'Use the question "Run timeline" of the Test Metrics datasource, as a table, for this panel\'s query.',
    );
  });

  it('should cut a long list of columns, and long names', () => {
    const columns = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}${'x'.repeat(5000)}`, [1]]));
    const { found } = refuse(makeFrame(columns));
    expect(found.length).toBeLessThan(1000);
    expect(found).toMatch(/and 28 more$/);
  });

  it('should say that attachments alone are no timeline', () => {
    expect(refuse(files).code).toBe('wrong-columns');
  });

  it('should say that a run has no times', () => {
    const one = makeAttempt({ start: null, stop: null });
    expect(refuse(makeTimelineFrame([one])).found).toBe('the only test of this run came without times');
    expect(describeProblem(refuse(makeTimelineFrame([one, one])))).toMatch(/^Expected a start.*the 2 tests.*table/);
  });
});

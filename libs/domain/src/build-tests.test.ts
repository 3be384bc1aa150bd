import { AttemptCollector } from './attempt-collector';
import { MAX_ATTEMPTS, attemptNumbers, buildTests } from './build-tests';
import { splitAttributes } from './test-name';
import { recordsOf, testsOf } from './testing';

const finished = (testId: string, status: 'success' | 'fail' | 'skip' | 'xfail' | 'uxsuccess' = 'success') => ({
  testId,
  status,
});

describe('splitAttributes()', () => {
  it.each([
    ['m.C.t1[id-1,smoke]', 'm.C.t1', 'id-1,smoke'],
    ['m.C.t2[]', 'm.C.t2', ''],
    ['a[b](s)[c]', 'a[b](s)', 'c'],
    ['a\nb[c]', 'a\nb', 'c'],
  ])('should cut the attributes off %j', (id, name, attrs) => {
    expect(splitAttributes(id)).toEqual({ name, attrs });
  });

  it.each(['m.C.t', '[whole]', '', ']', '[]', 'a[b]c', 'a[b', 'a b]', 'a[x\ny]', 'a[b]]'])(
    'should leave %j alone',
    (id) => {
      expect(splitAttributes(id)).toBeNull();
    },
  );
});

describe('buildTests()', () => {
  it('should name a test without its attributes', () => {
    const [test] = testsOf([finished('m.C.t[id-1,smoke]')]);
    expect(test).toMatchObject({ name: 'm.C.t', fullId: 'm.C.t[id-1,smoke]' });
    expect(test?.attempts[0]?.labels).toEqual({ attrs: 'id-1,smoke', tags: [], routeCode: null });
  });

  it('should take brackets for parameters where several ids differ in nothing else', () => {
    const names = testsOf(['t[a]', 't[b]', 'u[x]', 'v', 'v[1]'].map((id) => finished(id))).map(({ name }) => name);
    expect(names).toEqual(['t[a]', 't[b]', 'u', 'v', 'v[1]']);
  });

  it('should keep ids apart that differ in case, accent or trailing space', () => {
    const ids = ['m.Test', 'm.test', 'm.test ', 'm.tést', 'm.te\u0301st'];
    expect(testsOf(ids.map((id) => finished(id))).map(({ name }) => name)).toEqual(ids);
  });

  it.each(['a\u200fb', '\u202eabc', 'x'.repeat(20_000), '__proto__', 'constructor', 'a\tb\nc', '🎉', ''])(
    'should keep the id %j',
    (id) => {
      expect(testsOf([finished(id)])[0]).toMatchObject({ name: id, fullId: id });
    },
  );

  it('should number the attempts of a test in order of their end, and let the last decide', () => {
    const [test] = testsOf([
      { testId: 't', routeCode: '0', status: 'inprogress', timestampMicros: 1 },
      { testId: 't', routeCode: '1', status: 'inprogress', timestampMicros: 2 },
      { testId: 't', routeCode: '1', status: 'fail', timestampMicros: 3 },
      { testId: 't', routeCode: '0', status: 'success', timestampMicros: 4 },
    ]);
    expect(test?.attempts.map(({ status, startMicros, labels }) => [status, startMicros, labels?.routeCode])).toEqual([
      ['fail', 2, '1'],
      ['success', 1, '0'],
    ]);
    expect(test?.flaky).toBe(true);
  });

  it.each([
    [['fail', 'success'], true],
    [['success', 'fail'], true],
    [['uxsuccess', 'xfail'], true],
    [['fail', 'fail'], false],
    [['success', 'skip'], false],
    [['fail', 'skip'], false],
    [['fail'], false],
  ] as const)('should call %j flaky: %s', (statuses, flaky) => {
    expect(testsOf(statuses.map((status) => finished('t', status)))[0]?.flaky).toBe(flaky);
  });

  it('should not count listed ids or the exit of a worker as tests', () => {
    const tests = testsOf([
      { testId: 'listed', status: 'exists' },
      finished('process-returncode', 'fail'),
      finished('process-returncode[worker-1]', 'fail'),
      finished('process-returncode-of-mine', 'fail'),
    ]);
    expect(tests.map(({ name }) => name)).toEqual(['process-returncode-of-mine']);
  });

  it('should count a class fixture that failed as a test', () => {
    expect(testsOf([finished('setUpClass (pkg.mod.Class)', 'fail')])[0]?.name).toBe('setUpClass (pkg.mod.Class)');
  });

  it('should keep a test that never ended, with the time it was last seen', () => {
    const tests = testsOf([
      { testId: 'a', status: 'inprogress', timestampMicros: 1 },
      { testId: 'a', tags: ['x'], timestampMicros: 9 },
      { testId: 'b', tags: ['x'] },
    ]);
    const attempts = tests.map(({ fullId, attempts }) => [
      fullId,
      attempts[0]?.status,
      attempts[0]?.startMicros,
      attempts[0]?.stopMicros,
    ]);
    expect(attempts).toEqual([
      ['b', 'unknown', null, null],
      ['a', 'inprogress', 1, 9],
    ]);
  });

  it('should not make an attempt of packets that come after the end of a test', () => {
    const tests = testsOf([finished('t', 'success'), { testId: 't', fileName: 'log', fileBytes: Uint8Array.of(1) }]);
    expect(tests[0]?.attempts.map(({ status }) => status)).toEqual(['success']);
  });

  it('should store equal labels once', () => {
    const tests = testsOf(
      ['a', 'b', 'c', 'd'].map(
        (testId) => ({ testId, status: 'success', tags: [testId < 'c' ? 'x' : 'y'], routeCode: '0' }) as const,
      ),
    );
    const [a, b, c] = tests.map(({ attempts }) => attempts[0]?.labels);
    expect(a).toBe(b);
    expect(c).toEqual({ attrs: null, tags: ['y'], routeCode: '0' });
  });

  it('should take 100,000 distinct tags', () => {
    const tests = testsOf(
      Array.from(
        { length: 100_000 },
        (_, index) => ({ testId: `t${index}`, status: 'success', tags: [`tag-${index}`] }) as const,
      ),
    );
    expect(tests).toHaveLength(100_000);
    expect(tests[99_999]?.attempts[0]?.labels?.tags).toEqual(['tag-99999']);
    const all = Array.from({ length: 100_000 }, (_, index) => `tag-${index}`);
    expect(testsOf([{ testId: 't', status: 'success', tags: all }])[0]?.attempts[0]?.labels?.tags).toHaveLength(
      100_000,
    );
  });
});

describe('attemptNumbers()', () => {
  it('should number attempts within their test', () => {
    const collector = new AttemptCollector();
    for (const record of recordsOf(['a', 'b', 'a', 'a', 'b'].map((id) => finished(id)))) collector.add(record);
    expect([...attemptNumbers(collector)]).toEqual([1, 1, 2, 3, 2]);
  });

  it('should keep the latest attempts of a test that ran too often', () => {
    const collector = new AttemptCollector();
    const events = Array.from({ length: MAX_ATTEMPTS + 3 }, (_, index) => ({
      ...finished('a'),
      timestampMicros: index,
    }));
    for (const record of recordsOf(events)) collector.add(record);
    const numbers = attemptNumbers(collector);
    expect([numbers[0], numbers[3], numbers[4], numbers.at(-1)]).toEqual([1, 1, 2, MAX_ATTEMPTS]);
    const test = buildTests(collector).at(0);
    expect(test?.attempts).toHaveLength(MAX_ATTEMPTS);
    expect(test?.attempts[0]?.stopMicros).toBe(3);
  });

  it('should keep the last attempts of a test that was repeated more often than can be numbered', () => {
    const repeated = Array.from(
      { length: MAX_ATTEMPTS + 1 },
      (_, index) => ({ testId: 't', status: 'success', tags: [`tag-${index}`] }) as const,
    );
    const attempts = testsOf(repeated)[0]?.attempts ?? [];
    expect(attempts).toHaveLength(MAX_ATTEMPTS);
    expect(attempts.at(-1)?.labels?.tags).toEqual([`tag-${MAX_ATTEMPTS}`]);
    expect(testsOf(repeated.slice(1))[0]?.attempts).toHaveLength(MAX_ATTEMPTS);
  });
});

import type { StreamItem, SubunitEvent } from '@testmetrics/subunit';
import { readSuite } from './recorded-suite';

const NOTHING: SubunitEvent = {
  testId: null,
  status: null,
  tags: null,
  runnable: true,
  fileName: null,
  fileBytes: null,
  mimeType: null,
  eof: false,
  routeCode: null,
  timestampMicros: null,
};

const items = (...events: Partial<SubunitEvent>[]): StreamItem[] =>
  events.map((event) => ({ kind: 'event', offset: 0, event: { ...NOTHING, ...event } }));

const text = (words: string) => new TextEncoder().encode(words);

describe('readSuite()', () => {
  it('should take duration and outcome of a test that passed', () => {
    const suite = readSuite(
      items(
        { testId: 'a', status: 'exists' },
        { testId: 'a', status: 'inprogress', timestampMicros: 1_000 },
        { testId: 'a', status: 'success', timestampMicros: 4_500 },
      ),
    );
    expect(suite).toEqual([
      { id: 'a', durationMicros: 3_500, usual: { status: 'success', attachments: [] }, failure: null },
    ]);
  });

  it('should keep the traceback of a failure apart from the usual outcome, its pieces joined', () => {
    const [test] = readSuite(
      items(
        { testId: 'a', fileName: 'traceback', mimeType: 'text/plain', fileBytes: text('line 1\n') },
        { testId: 'a', fileName: 'traceback', mimeType: 'text/plain', fileBytes: text('line 2\n') },
        { testId: 'a', status: 'fail' },
      ),
    );
    expect(test?.usual).toEqual({ status: 'success', attachments: [] });
    expect(test?.failure).toEqual({
      status: 'fail',
      attachments: [{ name: 'traceback', mimeType: 'text/plain', bytes: text('line 1\nline 2\n') }],
    });
  });

  it('should know a test that failed in one run and passed in another by both', () => {
    const [test, ...others] = readSuite(items({ testId: 'a', status: 'fail' }, { testId: 'a', status: 'xfail' }));
    expect(others).toEqual([]);
    expect([test?.usual.status, test?.failure?.status]).toEqual(['success', 'fail']);
  });

  it('should not mix up the same id on two routes', () => {
    const [test] = readSuite(
      items(
        { testId: 'a', status: 'inprogress', routeCode: '0', timestampMicros: 0 },
        { testId: 'a', status: 'inprogress', routeCode: '1', timestampMicros: 900 },
        { testId: 'a', status: 'success', routeCode: '0', timestampMicros: 1_000 },
      ),
    );
    expect(test?.durationMicros).toBe(1_000);
  });

  it('should leave out what is not a test and what never ended', () => {
    const suite = readSuite(
      items(
        { testId: 'process-returncode', status: 'fail' },
        { testId: 'a', status: 'inprogress' },
        { testId: 'b', status: 'exists' },
      ),
    );
    expect(suite).toEqual([]);
  });
});

import type { SubunitEvent } from '@testmetrics/subunit';
import { fakeTerminal } from '../testing/fake-terminal';
import { formatSummaryJson } from './summary-json';
import { formatSummaryText } from './summary-text';
import { SummaryView } from './summary-view';
import type { StreamFacts } from './view';

const FACTS: StreamFacts = {
  file: 'run.subunit',
  format: 'v2',
  compressed: false,
  fileBytes: 100,
  streamBytes: 100,
  events: 9,
  noiseBytes: 0,
  damageCount: 0,
};

const START = Date.UTC(2026, 8, 1, 3, 17) * 1000;

function event(testId: string, status: SubunitEvent['status'], atSeconds: number | null, text?: string): SubunitEvent {
  return {
    testId,
    status,
    tags: null,
    runnable: true,
    fileName: text === undefined ? null : 'traceback',
    fileBytes: text === undefined ? null : Buffer.from(text),
    mimeType: null,
    eof: false,
    routeCode: null,
    timestampMicros: atSeconds === null ? null : START + atSeconds * 1e6,
  };
}

async function summarize(events: readonly SubunitEvent[], facts: Partial<StreamFacts> = {}) {
  const terminal = fakeTerminal();
  const json = new SummaryView(terminal.stdout, formatSummaryJson);
  for (const each of events) json.onEvent(each);
  json.end({ ...FACTS, ...facts });
  await terminal.stdout.flush();
  const text = new SummaryView(terminal.stdout, formatSummaryText);
  for (const each of events) text.onEvent(each);
  text.end({ ...FACTS, ...facts });
  await terminal.stdout.flush();
  const [line = '', ...lines] = terminal.printed().split('\n');
  return { json: JSON.parse(line), text: lines.join('\n') };
}

const TRACEBACK = 'Traceback (most recent call last):\n  File "x.py", line 1, in y\n    boom()\nValueError: boom\n';

describe('SummaryView', () => {
  it('should count a test once, under the outcome of its last attempt', async () => {
    const { json } = await summarize([
      event('a', 'exists', null),
      event('b', 'exists', null),
      event('a', 'inprogress', 0),
      event('a', null, 1, TRACEBACK),
      event('a', 'fail', 1),
      event('a', 'inprogress', 2),
      event('a', 'success', 5),
    ]);
    expect(json.tests).toMatchObject({ total: 1, success: 1, fail: 0, flaky: 1 });
    expect(json.flaky).toEqual([{ id: 'a', attempts: ['fail', 'success'] }]);
    expect(json.listed_only).toBe(1);
    expect(json.seconds).toEqual({ sum: 3, wall: 5 });
  });

  it('should say in one line why a test failed', async () => {
    const { json, text } = await summarize([
      event('a', 'inprogress', 0),
      event('a', null, 0, TRACEBACK.slice(0, 50)),
      event('a', null, 0, TRACEBACK.slice(50)),
      event('a', 'fail', 0.5),
    ]);
    expect(json.failed).toEqual([{ id: 'a', status: 'fail', message: 'ValueError: boom' }]);
    expect(text).toMatch(/Failed: 1\nTest +Because\na +ValueError: boom\n/);
  });

  it('should name what never ended and what took longest', async () => {
    const { json, text } = await summarize([
      event('slow', 'inprogress', 0),
      event('slow', 'success', 90),
      event('quick', 'inprogress', 0),
      event('quick', 'success', 0.25),
      event('hung', 'inprogress', 91),
    ]);
    expect(json.complete).toBe(false);
    expect(json.unfinished).toEqual([{ id: 'hung', status: 'inprogress', start: '2026-09-01T03:18:31.000000Z' }]);
    expect(json.slowest).toEqual([
      { id: 'slow', seconds: 90 },
      { id: 'quick', seconds: 0.25 },
    ]);
    expect(text).toContain('no: 1 unfinished');
    expect(text).toMatch(/slow +1 min 30 s\nquick +250 ms/);
  });

  it('should speak of damage, and cut long lists for a person only', async () => {
    const failures = Array.from({ length: 30 }, (_, number) => event(`t${number}`, 'fail', null));
    const { json, text } = await summarize(failures, { damageCount: 2 });
    expect(json).toMatchObject({ complete: false, damage_count: 2 });
    expect(json.failed).toHaveLength(30);
    expect(text).toContain('… and 10 more');
    expect(text).toContain('no: 2 damaged places');
    expect(text).toContain('not known: the stream carries no times');
  });

  it('should say so where there is nothing', async () => {
    const { text } = await summarize([], { format: 'unknown', events: 0 });
    expect(text).toContain('no subunit and no JUnit report found');
    expect(text).toMatch(/total +0/);
  });

  it('should not let an id write to the terminal', async () => {
    const { text } = await summarize([event('a\u001b[2Jb\nc', 'fail', null)]);
    expect(text).toContain('a\\u001b[2Jb\\nc');
  });
});

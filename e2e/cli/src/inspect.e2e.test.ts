import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  corpusDirectory,
  corpusStreams,
  flakyRuns,
  malformedStreams,
  readExpectedEvents,
  readExpectedOutcomes,
  readStream,
} from '@testmetrics/corpus';
import type { CorpusStream, ExpectedEvent, ExpectedOutcome } from '@testmetrics/corpus';
import { testmetrics } from './testmetrics';

const STREAMS = [...corpusStreams(), ...flakyRuns()];

/** Streams that end inside a packet or hold bytes that are no packet, on which we and the reference must differ. */
const DAMAGED = new Set(['12-noisy-b3', '16-cut-mid-packet']);

function pathOf(file: string): string {
  return join(corpusDirectory(), file);
}

function readLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function isNoise(event: ExpectedEvent): boolean {
  return event.file_name === 'stdout' && event.test_id === null && event.timestamp === null && event.tags === null;
}

/** Where a reader cuts text between packets is its own affair. */
function joinNoise(events: readonly ExpectedEvent[]): ExpectedEvent[] {
  const joined: ExpectedEvent[] = [];
  for (const event of events) {
    const last = joined[joined.length - 1];
    if (last === undefined || !isNoise(last) || !isNoise(event)) {
      joined.push(event);
      continue;
    }
    const bytes = [last, event].map(({ file_bytes }) => Buffer.from(file_bytes ?? '', 'base64'));
    joined[joined.length - 1] = { ...last, file_bytes: Buffer.concat(bytes).toString('base64') };
  }
  return joined;
}

/** The reference gives a version 1 stream without times those of its conversion. */
function withoutTime(event: ExpectedEvent): ExpectedEvent {
  return { ...event, timestamp: null };
}

async function hasTimes({ name, format }: CorpusStream): Promise<boolean> {
  return format === 'v2' || /^time: /m.test(Buffer.from(readStream(name)).toString('latin1'));
}

describe('testmetrics inspect', () => {
  it.each(STREAMS.filter(({ name }) => !DAMAGED.has(name)))('should print the events of $name', async (stream) => {
    const { status, stdout } = await testmetrics(['inspect', '--format', 'events', pathOf(stream.file)]);
    const compare = (await hasTimes(stream)) ? (event: ExpectedEvent) => event : withoutTime;
    const found = joinNoise(readLines<ExpectedEvent>(stdout)).map(compare);
    const expected = joinNoise(readExpectedEvents(stream.name)).map(compare);
    expect(found).toEqual(expected);
    expect(status).toBe(0);
  });

  it.each(STREAMS.filter(({ name }) => !DAMAGED.has(name)))('should print the outcomes of $name', async (stream) => {
    const { status, stdout } = await testmetrics(['inspect', '--format', 'outcomes', pathOf(stream.file)]);
    const timed = await hasTimes(stream);
    const compare = (test: ExpectedOutcome): ExpectedOutcome => (timed ? test : { ...test, start: null, stop: null });
    const found = readLines<ExpectedOutcome>(stdout).map(compare);
    expect(found).toEqual(readExpectedOutcomes(stream.name).tests.map(compare));
    expect(found.map((test) => Object.keys(test))).toEqual(found.map(() => OUTCOME_FIELDS));
    expect(status).toBe(0);
  });

  it('should write the fields in the order and with the separators of the reference', async () => {
    const { stdout } = await testmetrics(['inspect', '-f', 'events', pathOf('17-routes-concurrent.subunit')]);
    const expected = readExpectedEvents('17-routes-concurrent').map(
      (event) =>
        `{${Object.entries(event)
          .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
          .join(', ')}}\n`,
    );
    expect(stdout).toBe(expected.join(''));
  });

  it.each([...DAMAGED])('should end with 3 and find every intact packet in %s', async (name) => {
    const { status, stdout, stderr } = await testmetrics(['inspect', '-f', 'events', pathOf(`${name}.subunit`)]);
    const lines = readLines<ExpectedEvent & { damage?: unknown }>(stdout);
    const intact = readExpectedEvents(name).filter((event) => !isNoise(event) && event.test_id !== 'subunit.parser');
    expect(lines.filter((line) => !('damage' in line))).toEqual(expect.arrayContaining(intact));
    expect(status).toBe(3);
    expect(stderr).toContain('damaged');
  });

  it.each(malformedStreams())('should end with 3 for $file: $what', async ({ file, intact_packets_by_scan }) => {
    const { status, stdout } = await testmetrics(['inspect', '-f', 'events', pathOf(`malformed/${file}`)]);
    const lines = readLines<ExpectedEvent & { damage?: { offset: number; code: string } }>(stdout);
    const events = lines.filter((line) => line.damage === undefined && !isNoise(line));
    expect(lines.some(({ damage }) => damage !== undefined)).toBe(true);
    expect(events.length).toBeGreaterThanOrEqual(intact_packets_by_scan);
    expect(status).toBe(3);
  });

  it('should print one line of JSON a file with --json', async () => {
    const files = ['19-retry-flaky.subunit', '22-testrepository.subunit.gz'].map(pathOf);
    const { status, stdout } = await testmetrics(['inspect', '--json', ...files]);
    const [first, second] = readLines<Record<string, unknown>>(stdout);
    expect(first).toMatchObject({ format: 'v2', compressed: false, tests: { total: 35, fail: 0, flaky: 1 } });
    expect(second).toMatchObject({ format: 'v2', compressed: true, tests: { total: 216, success: 216 } });
    expect(status).toBe(0);
  });

  it('should show a person outcomes, failures and damage', async () => {
    const { stdout } = await testmetrics(['inspect', pathOf('16-cut-mid-packet.subunit')]);
    expect(stdout).toMatch(/^success +161 /m);
    expect(stdout).toMatch(/^fail +10 /m);
    expect(stdout).toMatch(/^unfinished +1 /m);
    expect(stdout).toMatch(/^Failed: 10$/m);
    expect(stdout).toMatch(/truncated/);
    expect(stdout).toMatch(/no: 1 unfinished, 1 damaged place$/m);
  });

  it('should read standard input, compressed too', async () => {
    const stdin = gzipSync(readStream('19-retry-flaky'));
    const { status, stdout } = await testmetrics(['inspect', '--format', 'outcomes', '-'], { stdin });
    expect(readLines(stdout)).toEqual(readExpectedOutcomes('19-retry-flaky').tests);
    expect(status).toBe(0);
  });

  it('should end quietly when nobody reads on', async () => {
    const large = pathOf('13-cpython-large.subunit.gz');
    const { status, stderr } = await testmetrics(['inspect', '-f', 'events', large], { readOnly: 1000 });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('should show the other files where one is missing, and fail', async () => {
    const file = pathOf('25-shell.v1');
    const { status, stdout, stderr } = await testmetrics(['inspect', '/nowhere', file, '--format', 'outcomes']);
    expect(stdout.split('\n')).toHaveLength(11);
    expect(stderr).toContain('cannot read /nowhere: there is no such file');
    expect(status).toBe(1);
  });
});

const OUTCOME_FIELDS = ['id', 'status', 'start', 'stop', 'tags', 'details'];

describe('testmetrics', () => {
  it.each([[[]], [['db']]])('should show its commands and end with 2 when called as %j', async (args) => {
    const { status, stderr, stdout } = await testmetrics(args);
    expect(stdout + stderr).toContain('Commands:');
    expect(status).toBe(2);
  });

  it.each([['inspect'], ['upload'], ['db'], ['db migrate'], ['db status'], ['db check'], ['db rebuild']])(
    'should explain %s with examples',
    async (command) => {
      const { status, stdout } = await testmetrics([...command.split(' '), '--help']);
      expect(stdout).toContain('Usage: testmetrics');
      expect(stdout).toContain('Examples:');
      expect(status).toBe(0);
    },
  );

  it.each([
    [['inspekt', 'x'], 'Did you mean inspect?'],
    [['inspect'], "missing required argument 'file'"],
    [['inspect', '--format', 'xml', 'x'], 'Allowed choices are summary, events, outcomes'],
    [['inspect', '--fromat', 'events', 'x'], 'Did you mean --format?'],
    [['inspect', '-', '-'], 'only once'],
    [['db', 'chekc'], 'Did you mean check?'],
  ])('should refuse %j as wrong usage', async (args, message) => {
    const { status, stdout, stderr } = await testmetrics(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('should print its version', async () => {
    const { status, stdout } = await testmetrics(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });
});

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

/** Streams that end inside a packet or hold bytes that are no packet, on which we and the reference must differ. */
const DAMAGED = new Set(['12-noisy-b3', '16-cut-mid-packet']);

const STREAMS = corpusStreams().filter(({ name }) => !DAMAGED.has(name));

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

/** A version 1 stream does not say when; the reference then takes the time of its conversion. */
function timesOf(stream: CorpusStream): 'recorded' | 'partly' {
  return stream.format === 'v2' || stream.name === '06-testr-repo0' ? 'recorded' : 'partly';
}

function sameTime<Item extends object>(found: Item, expected: Item | undefined, fields: readonly (keyof Item)[]): Item {
  const unknown = fields.filter((field) => found[field] === null);
  const taken = unknown.map((field) => [field, expected?.[field]] as const);
  return { ...found, ...Object.fromEntries(taken) };
}

describe('testmetrics inspect', () => {
  it.each(STREAMS)('should print the events of $name', async (stream) => {
    const { status, stdout } = await testmetrics(['inspect', '--format', 'events', pathOf(stream.file)]);
    const expected = joinNoise(readExpectedEvents(stream.name));
    const found = joinNoise(readLines<ExpectedEvent>(stdout)).map((event, index) =>
      timesOf(stream) === 'recorded' ? event : sameTime(event, expected[index], ['timestamp']),
    );
    expect(found).toEqual(expected);
    expect(status).toBe(0);
  });

  it.each(STREAMS)('should print the outcomes of $name', async (stream) => {
    const { status, stdout } = await testmetrics(['inspect', '--format', 'outcomes', pathOf(stream.file)]);
    const expected = readExpectedOutcomes(stream.name).tests;
    const found = readLines<ExpectedOutcome>(stdout).map((test, index) =>
      timesOf(stream) === 'recorded' ? test : sameTime(test, expected[index], ['start', 'stop']),
    );
    expect(found).toEqual(expected);
    expect(found.map((test) => Object.keys(test))).toEqual(found.map(() => OUTCOME_FIELDS));
    expect(status).toBe(0);
  });

  it('should print several files one after the other', async () => {
    const files = flakyRuns().map(({ file }) => pathOf(file));
    const { status, stdout } = await testmetrics(['inspect', '--format', 'outcomes', ...files]);
    const expected = flakyRuns().flatMap(({ name }) => readExpectedOutcomes(name).tests);
    expect(readLines<ExpectedOutcome>(stdout)).toEqual(expected);
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

  it.each(malformedStreams())('should account for every intact packet of $file: $what', async (malformed) => {
    const { status, stdout } = await testmetrics(['inspect', '-f', 'events', pathOf(`malformed/${malformed.file}`)]);
    const lines = readLines<ExpectedEvent & { damage?: { offset: number; code: string } }>(stdout);
    const events = lines.filter((line) => line.damage === undefined && !isNoise(line));
    // A right checksum around text that is none: no event can say it, so the damage has to.
    const unreadable = lines.filter(({ damage }) => damage?.code === 'bad_text');
    expect(events.length + unreadable.length).toBeGreaterThanOrEqual(malformed.intact_packets_by_scan);
    // Another version number in an otherwise good packet: the reference takes it, and so do we.
    const isDamaged = malformed.what !== 'version nibble 9, checksum correct';
    expect(lines.some(({ damage }) => damage !== undefined)).toBe(isDamaged);
    expect(status).toBe(isDamaged ? 3 : 0);
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
    expect(stdout).toMatch(/^fail +9 /m);
    expect(stdout).toMatch(/^unfinished +1 /m);
    expect(stdout).toMatch(/^Failed: 9$/m);
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

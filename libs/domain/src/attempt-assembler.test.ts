import { AttemptAssembler } from './attempt-assembler';
import type { AttemptRecord } from './attempt-record';
import { toOutcomeRecord } from './outcome-record';
import { event, recordsOf } from './testing';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('AttemptAssembler', () => {
  it('should join the packets of a test into one record', () => {
    const records = recordsOf([
      { testId: 'a', status: 'inprogress', timestampMicros: 1_000_000 },
      { testId: 'a', fileName: 'log', fileBytes: bytes('one'), mimeType: 'text/plain;charset=utf8' },
      { testId: 'a', fileName: 'log', fileBytes: bytes('two'), mimeType: 'ignored/later' },
      { testId: 'a', status: 'fail', tags: ['worker-1'], timestampMicros: 2_500_000 },
    ]);
    expect(records.map(toOutcomeRecord)).toEqual([
      {
        id: 'a',
        status: 'fail',
        start: '1970-01-01T00:00:01.000000Z',
        stop: '1970-01-01T00:00:02.500000Z',
        tags: ['worker-1'],
        details: { log: { mime: 'text/plain; charset="utf8"', size: 6, chunks: 2 } },
      },
    ]);
  });

  it('should give a listed and run test two records, a retried one a record each time', () => {
    const statuses = ['exists', 'inprogress', 'fail', 'inprogress', 'success'] as const;
    const records = recordsOf(statuses.map((status) => ({ testId: 'a', status })));
    expect(records.map(({ status }) => status)).toEqual(['exists', 'fail', 'success']);
  });

  it('should hold the same id on two routes apart', () => {
    const records = recordsOf([
      { testId: 'a', routeCode: '0', status: 'inprogress', timestampMicros: 1 },
      { testId: 'a', routeCode: '1', status: 'inprogress', timestampMicros: 2 },
      { testId: 'a', routeCode: '', status: 'inprogress', timestampMicros: 3 },
      { testId: 'a', routeCode: '1', status: 'fail' },
      { testId: 'a', routeCode: '0', status: 'success' },
    ]);
    expect(records.map(({ routeCode, status, startMicros }) => [routeCode, status, startMicros])).toEqual([
      ['1', 'fail', 2],
      ['0', 'success', 1],
      ['', 'inprogress', 3],
    ]);
  });

  it('should report unfinished tests last, newest first, with no stop but the time they were last seen', () => {
    const records = recordsOf([
      { testId: 'a', status: 'inprogress', timestampMicros: 1 },
      { testId: 'b', fileName: 'x', fileBytes: bytes('x'), routeCode: '1' },
      { testId: 'c', status: 'success' },
      { testId: 'a', tags: ['t'], timestampMicros: 7 },
    ]);
    expect(records.map((record) => [record.testId, record.status, record.stopMicros, record.lastSeenMicros])).toEqual([
      ['c', 'success', null, null],
      ['b', 'unknown', null, null],
      ['a', 'inprogress', null, 7],
    ]);
  });

  it('should replace tags, not join them, and only by packets that carry tags', () => {
    const [record] = recordsOf([
      { testId: 'a', status: 'inprogress', tags: ['x', 'y'] },
      { testId: 'a', tags: ['z'] },
      { testId: 'a', status: 'success' },
    ]);
    expect(record?.tags).toEqual(['z']);
  });

  it('should leave out empty files and packets without a test id', () => {
    const records = recordsOf([
      { fileName: 'stdout', fileBytes: bytes('text') },
      { testId: 'a', fileName: 'empty', fileBytes: bytes(''), eof: true },
      { testId: 'a', status: 'success' },
    ]);
    expect(records.map((record) => [...record.details.keys()])).toEqual([[]]);
  });

  it.each(['', '/', 'text', 'a/b/c', ';', 'text/plain;;=;x', '\u0000', 'text/plain; charset'])(
    'should not be broken by the MIME type %j',
    (mimeType) => {
      const [record] = recordsOf([
        { testId: 'a', fileName: 'f', fileBytes: bytes('x'), mimeType },
        { testId: 'a', status: 'fail' },
      ]);
      expect(record && toOutcomeRecord(record).details['f']).toMatchObject({ size: 1 });
    },
  );

  it('should ignore a late listing of a test in progress where told to', () => {
    const events = [
      { testId: 'a', status: 'inprogress', timestampMicros: 5 },
      { testId: 'a', status: 'exists' },
      { testId: 'a', status: 'success' },
      { testId: 'b', fileName: 'f', fileBytes: bytes('x') },
      { testId: 'b', status: 'exists' },
    ] as const;
    const records = recordsOf(events, { existsInProgress: 'ignored' });
    expect(records.map(({ testId, status, startMicros }) => [testId, status, startMicros])).toEqual([
      ['a', 'success', 5],
      ['b', 'exists', null],
    ]);
    expect(recordsOf(events).map(({ status }) => status)).toEqual(['exists', 'success', 'exists']);
  });

  it('should keep no more files than allowed, and count the bytes of the others', () => {
    const files = ['f', 'g', 'h'].map((fileName) => ({ testId: 'a', fileName, fileBytes: bytes('123') }));
    const [record] = recordsOf([...files, { testId: 'a', status: 'fail' }], { maxDetails: 2 });
    expect(record?.details.size).toBe(2);
    expect(record?.droppedBytes).toBe(3);
  });

  it('should hold nothing of tests that ended', () => {
    const assembler = new AttemptAssembler({ record: () => undefined });
    for (let index = 0; index < 1000; index++) {
      const at = { testId: `t${index}`, routeCode: `${index}`, tags: [`tag-${index}`] };
      assembler.push(event({ ...at, fileName: 'log', fileBytes: bytes('x') }));
      expect(assembler.openCount).toBe(1);
      assembler.push(event({ ...at, status: 'success' }));
    }
    expect(assembler.openCount).toBe(0);
    expect(assembler.openCharacters).toBe(0);
    expect((assembler as unknown as { routes: Map<string, unknown> }).routes.size).toBeLessThan(300);
  });

  it('should report every record exactly once, whatever the order of events (seeded)', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = mulberry32(seed);
      const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
      const events = Array.from({ length: 400 }, () => ({
        testId: pick(['a', 'b', 'c', '']),
        routeCode: pick([null, '', '0', '0/1']),
        status: pick([null, 'exists', 'inprogress', 'success', 'fail', 'skip'] as const),
      }));
      const records = recordsOf(events);
      const ending = events.filter(({ status }) => status !== null && status !== 'inprogress').length;
      const finished = records.filter(({ status }) => status !== 'inprogress' && status !== 'unknown');
      const keyOf = (record: AttemptRecord): string => JSON.stringify([record.testId, record.routeCode]);
      const unfinished = records.slice(finished.length);
      expect(finished.length).toBe(ending);
      expect(new Set(unfinished.map(keyOf)).size).toBe(unfinished.length);
      expect(unfinished.map(({ sequence }) => -sequence)).toEqual(
        unfinished.map(({ sequence }) => -sequence).sort((a, b) => a - b),
      );
    }
  });
});

/** A small seeded generator, so that a failure can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

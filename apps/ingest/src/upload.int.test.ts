import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { problemSchema, runSchema } from '@testmetrics/api-contract';
import type { RunBody } from '@testmetrics/api-contract';
import { corpusStreams, readConvertedV1, readExpectedOutcomes, readStream } from '@testmetrics/corpus';
import { SIGNATURE, crc32, encodeEvent } from '@testmetrics/subunit';
import { START_MICROS, startTestService, streamOf } from './testing';
import type { TestService } from './testing';

const GZIP_TRAILER = 8;

describe('POST /v1/runs', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.dispose());

  const post = (body: Uint8Array | string, query = '', headers: Record<string, string> = {}) =>
    fetch(`${service.url}/v1/runs${query}`, { method: 'POST', body, headers });

  const store = async (body: Uint8Array, query = ''): Promise<RunBody> => {
    const response = await post(body, query);
    expect(response.status).toBe(201);
    return runSchema.parse(await response.json());
  };

  const refusal = async (response: Response) => {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = problemSchema.parse(await response.json());
    expect(problem.status).toBe(response.status);
    return problem;
  };

  const countOf = async (sql: string, values: readonly unknown[] = []): Promise<number> => {
    const [row] = await service.database.rows<{ n: number }>(sql, values);
    return row?.n ?? -1;
  };

  /** A query that makes an upload one of its own. */
  const unique = () => `?meta.build_name=job-${randomUUID()}`;

  describe('what is stored', () => {
    it('should answer 201 with the run and where it is', async () => {
      const response = await post(
        readStream('19-retry-flaky'),
        '?meta.build_name=flaky&meta.project=shop&meta.x=a%20b+c',
      );
      const run = runSchema.parse(await response.json());
      expect(response.status).toBe(201);
      expect(response.headers.get('location')).toBe(`/v1/runs/${run.id}`);
      expect(run).toMatchObject({
        duplicate: false,
        job: 'flaky',
        project: 'shop',
        branch: null,
        commit: null,
        complete: true,
      });
      expect(run.tests).toMatchObject({ total: 35, success: 33, skip: 1, xfail: 1, flaky: 1, unfinished: 0 });
      expect(run.metadata).toEqual({ build_name: 'flaky', project: 'shop', x: 'a b c' });
      const page = await fetch(`${service.url}/v1/runs/${run.id}`);
      expect(await page.json()).toEqual(run);
    });

    it.each(corpusStreams().map(({ name }) => name))(
      'should store the recorded stream %s, or say why not',
      async (name) => {
        const response = await post(readStream(name), unique());
        const ran = readExpectedOutcomes(name).tests.filter(({ id, status }) => status !== 'exists' && !isPseudo(id));
        if (['09-discovery-failure-text', '20-empty', '21-zero-tests-text'].includes(name)) {
          expect((await refusal(response)).code).toBe(name === '20-empty' ? 'empty_stream' : 'no_subunit');
          return;
        }
        expect(response.status).toBe(201);
        const run = runSchema.parse(await response.json());
        expect(run.tests.total).toBeGreaterThanOrEqual(new Set(ran.map(({ id }) => id)).size);
        expect(
          await countOf(
            'SELECT COUNT(*) AS n FROM test_runs JOIN runs ON runs.id = test_runs.run_id WHERE runs.uuid = ?',
            [run.id],
          ),
        ).toBe(run.tests.total);
      },
    );

    it('should store a v1 stream as its v2 form', async () => {
      const v1 = await store(Buffer.from(readStream('06-testr-repo0')), unique());
      const v2 = await store(Buffer.from(readConvertedV1('06-testr-repo0')), unique());
      // The reference's converter reads fractions as floating point numbers: some of its times are a microsecond off.
      const seconds = { ...v2.seconds, sum: expect.closeTo(v2.seconds.sum, 4) as number };
      expect(v1).toEqual({ ...v2, seconds, id: v1.id, job: v1.job, metadata: v1.metadata });
    });

    it('should keep a test that never ended, and mark the run as not complete', async () => {
      const run = await store(streamOf(['a', { id: 'b', status: 'inprogress' }]), unique());
      expect(run).toMatchObject({ complete: false, tests: { total: 2, success: 1, unfinished: 1 } });
    });

    it('should take the time of the run from the client, else from its first test', async () => {
      const given = await store(streamOf(['a']), `${unique()}&run_at=2026-05-01T12:00:00.5%2B02:00`);
      expect(given.run_at).toBe('2026-05-01T10:00:00.500000Z');
      expect((await store(streamOf(['a']), unique())).run_at).toBe('2026-09-01T03:17:00.000000Z');
      const untimed = await store(streamOf([{ id: 'a', startMicros: null, stopMicros: null }]), unique());
      expect(Math.abs(Date.parse(untimed.run_at) - Date.now())).toBeLessThan(60_000);
    });

    it.each([
      ['no times', null, null, 0],
      ['a stop before its start', START_MICROS + 5_000_000, START_MICROS, 0],
      ['a date in 1970', 0, 1_500_000, 1.5],
      ['a date in 2106', 0xffff_fffe * 1e6, 0xffff_ffff * 1e6, 1],
    ])('should store a test with %s', async (_, startMicros, stopMicros, seconds) => {
      const run = await store(streamOf([{ id: 'a', startMicros, stopMicros }]), unique());
      expect(run).toMatchObject({ tests: { total: 1, success: 1 }, seconds: { sum: seconds } });
    });

    it('should keep strange ids apart', async () => {
      const ids = [
        't',
        'T',
        't ',
        'té',
        'te\u0301',
        '\u202eabc',
        'a\tb\nc',
        '🎉',
        'x'.repeat(20_000),
        't[1]',
        't[2]',
        '',
      ];
      const run = await store(streamOf(ids), unique());
      expect(run.tests.total).toBe(ids.length);
      const rows = await service.database.rows<{ id: string }>(
        'SELECT tests.test_id AS id FROM tests JOIN test_runs ON test_runs.test_id = tests.id JOIN runs ON runs.id = test_runs.run_id WHERE runs.uuid = ?',
        [run.id],
      );
      expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    });

    it('should take a test with 100,000 tags', async () => {
      const tags = Array.from({ length: 100_000 }, (_, index) => `tag-${index}`);
      const run = await store(streamOf([{ id: 'tagged', tags }]), unique());
      expect(run.tests.total).toBe(1);
    });

    it('should keep attachments, the last line of a traceback and text between packets', async () => {
      const traceback = 'Traceback (most recent call last):\n  File "x"\nValueError: no such thing\n';
      const stream = Buffer.concat([
        Buffer.from('building...\n'),
        streamOf([{ id: 'a', status: 'fail', files: { traceback } }]),
      ]);
      const run = await store(stream, unique());
      const [failure] = await service.database.rows(
        'SELECT tm_failures.message FROM tm_failures JOIN runs ON runs.id = tm_failures.run_id WHERE runs.uuid = ?',
        [run.id],
      );
      expect(failure).toEqual({ message: 'ValueError: no such thing' });
      const files = await service.database.rows<{ name: string; content: Buffer }>(
        'SELECT tm_run_attachments.name, tm_run_attachments.content FROM tm_run_attachments JOIN runs ON runs.id = tm_run_attachments.run_id WHERE runs.uuid = ?',
        [run.id],
      );
      expect(files.map(({ name, content }) => [name, content.toString()])).toEqual([['stdout', 'building...\n']]);
    });
  });

  describe('gzip', () => {
    const stream = streamOf(['a', 'b', 'c']);

    it.each([
      ['one member', gzipSync(stream)],
      [
        'many members',
        Buffer.concat([
          gzipSync(stream.subarray(0, 20)),
          gzipSync(stream.subarray(20, 21)),
          gzipSync(stream.subarray(21)),
        ]),
      ],
      ['zero padding', Buffer.concat([gzipSync(stream), Buffer.alloc(512)])],
    ])('should undo %s', async (_, body) => {
      expect(await store(body, unique())).toMatchObject({ complete: true, tests: { total: 3 } });
    });

    it('should take Content-Encoding: gzip, and gzip under any name', async () => {
      const encoded = await post(gzipSync(stream), unique(), { 'Content-Encoding': 'gzip' });
      const typed = await post(gzipSync(stream), unique(), { 'Content-Type': 'text/html' });
      expect([encoded.status, typed.status]).toEqual([201, 201]);
    });

    it('should store what is good of a cut one, and say so', async () => {
      const body = gzipSync(
        Buffer.concat([streamOf(Array.from({ length: 500 }, (_, index) => `t${index}-${randomUUID()}`))]),
      );
      const run = await store(body.subarray(0, body.length - GZIP_TRAILER - 100), unique());
      expect(run.complete).toBe(false);
      expect(run.damage.map(({ code }) => code)).toContain('gzip_truncated');
      expect(run.tests.total).toBeGreaterThan(400);
    });

    it('should report bytes behind the last member', async () => {
      const run = await store(Buffer.concat([gzipSync(stream), Buffer.from('trailing garbage')]), unique());
      expect(run).toMatchObject({ tests: { total: 3 }, damage: [{ code: 'gzip_trailing' }] });
    });
  });

  describe('exactly once', () => {
    it('should answer a repeated upload with the first run', async () => {
      const [stream, query] = [streamOf(['a', 'b']), unique()];
      const first = await store(stream, query);
      const again = await post(stream, query);
      expect(again.status).toBe(200);
      expect(again.headers.get('location')).toBe(`/v1/runs/${first.id}`);
      expect(await again.json()).toEqual({ ...first, duplicate: true });
      const compressed = await post(gzipSync(stream), query);
      expect(await compressed.json()).toMatchObject({ id: first.id, duplicate: true });
    });

    it('should take the same stream with other metadata or another time as another run', async () => {
      const stream = streamOf(['a']);
      const query = unique();
      const queries = [query, `${query}&meta.x=1`, `${query}&run_at=2026-01-01T00:00:00Z`];
      const ids = await Promise.all(queries.map(async (each) => (await store(stream, each)).id));
      expect(new Set(ids).size).toBe(3);
      const reordered = await post(stream, `?meta.x=1&${query.slice(1)}`);
      expect(await reordered.json()).toMatchObject({ id: ids[1], duplicate: true });
    });

    it('should store one run of sixteen uploads that come at once', async () => {
      const [stream, query] = [readStream('03-stestr-self-parallel'), unique()];
      const responses = await Promise.all(Array.from({ length: 16 }, () => post(stream, query)));
      const bodies = (await Promise.all(responses.map((response) => response.json()))) as RunBody[];
      expect(responses.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 15 }, () => 200), 201]);
      expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
    });

    it('should know a run by the run_id given, and refuse other content under it', async () => {
      const runId = randomUUID();
      expect((await store(streamOf(['a']), `?run_id=${runId.toUpperCase()}`)).id).toBe(runId);
      expect((await post(streamOf(['a']), `?run_id=${runId}&meta.later=1`)).status).toBe(200);
      const other = await post(streamOf(['b']), `?run_id=${runId}`);
      expect(await refusal(other)).toMatchObject({ status: 409, code: 'run_id_taken' });
    });
  });

  describe('what is refused', () => {
    it.each([
      ['an empty body', '', 'empty_stream', 'no bytes'],
      ['an empty gzip', gzipSync(''), 'empty_stream', 'bytes of gzip with nothing in them'],
      ['text', 'Ran 3 tests\nOK\n', 'no_subunit', 'text, beginning with "Ran 3 tests\\nOK\\n"'],
      ['HTML', '<!DOCTYPE html><html></html>', 'no_subunit', 'an HTML page'],
      [
        'a PNG',
        Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
        'no_subunit',
        'a PNG image, beginning with "\\x89PNG',
      ],
      ['gzipped text', gzipSync('Ran 3 tests'), 'no_subunit', 'text, beginning with "Ran 3 tests"'],
      ['gzip that ends in its header', gzipSync('x').subarray(0, 7), 'no_subunit', 'gzip'],
      ['a packet with a wrong checksum', Buffer.from('b329060c03666f6f15506fa4', 'hex'), 'no_subunit', 'at byte 0'],
      ['a claimed length of 4', Buffer.from('b3290104', 'hex'), 'no_subunit', 'binary data'],
      ['a claimed length of 4 MiB', Buffer.from('b32901bfffff03666f6f', 'hex'), 'no_subunit', 'binary data'],
      ['a NUL in an id', Buffer.from('b329010c0361006291ce424b', 'hex'), 'no_subunit', 'at byte 0'],
      ['an id that is a lone surrogate', packetWithId(Buffer.from('eda080', 'hex')), 'no_subunit', 'at byte 0'],
    ])('should refuse %s', async (_, body, code, found) => {
      const problem = await refusal(await post(body, unique()));
      expect(problem).toMatchObject({ status: 422, code });
      expect(problem.found).toContain(found);
      expect(problem.expected).toBeDefined();
      expect(problem.action).toBeDefined();
    });

    it.each([
      ['a run_id that is no UUID', '?run_id=42', 'bad_run_id', '"42"'],
      ['a time without a zone', '?run_at=2026-01-01T00:00:00', 'bad_time', '"2026-01-01T00:00:00"'],
      ['a time that is none', '?run_at=yesterday', 'bad_time', '"yesterday"'],
      ['artifacts that are no URL', '?artifacts=javascript:alert(1)', 'bad_artifacts', '"javascript:alert(1)"'],
      ['a parameter that does not exist', '?runid=1', 'unknown_parameter', '"runid"'],
      ['a key with two values', '?meta.a=1&meta.a=2', 'metadata_key_repeated', '"1" and "2"'],
      ['a long key', `?meta.${'k'.repeat(256)}=1`, 'metadata_key_too_long', '256 characters'],
      ['a long value', `?meta.k=${'v'.repeat(65_536)}`, 'metadata_value_too_long', '65536 bytes'],
      ['no key', '?meta.=1', 'metadata_empty_key', 'no key'],
      ['a query that is not UTF-8', '?meta.k=%ff', 'bad_url', '"%ff"'],
    ])('should refuse %s', async (_, query, code, found) => {
      const problem = await refusal(await post(streamOf(['a']), query));
      expect(problem).toMatchObject({ status: 400, code });
      expect(problem.found).toContain(found);
    });

    it('should name every mistake at once', async () => {
      const problem = await refusal(await post(streamOf(['a']), '?run_id=1&run_at=2&artifacts=3'));
      expect(problem.errors?.map(({ where }) => where)).toEqual(['run_id', 'run_at', 'artifacts']);
    });

    it('should refuse another Content-Encoding', async () => {
      const problem = await refusal(await post(streamOf(['a']), unique(), { 'Content-Encoding': 'br' }));
      expect(problem).toMatchObject({ status: 415, code: 'unsupported_encoding', found: 'br' });
    });
  });

  describe('damaged streams', () => {
    const intact = streamOf(['first', 'second', 'third']);
    it('should store the whole tests of a stream cut at any byte', async () => {
      const small = streamOf(['first', 'second']);
      const half = streamOf(['first']).length;
      for (let length = 1; length <= small.length; length++) {
        const response = await post(small.subarray(0, length), unique());
        const firstPacket = encodeEvent({
          testId: 'first',
          status: 'inprogress',
          timestampMicros: START_MICROS,
        }).length;
        if (length < firstPacket) {
          expect((await refusal(response)).code).toBe('no_subunit');
          continue;
        }
        expect(response.status).toBe(201);
        const run = runSchema.parse(await response.json());
        expect(run.tests.total).toBe(length <= half ? 1 : run.tests.total);
        expect(run.complete).toBe(length === half || length === small.length);
      }
    });

    it('should store all that is intact around a flipped byte', async () => {
      for (let at = 0; at < intact.length; at += 5) {
        // Without its first byte a packet is text like any other.
        if (intact[at] === SIGNATURE) continue;
        const flipped = Buffer.from(intact);
        flipped[at] = (flipped[at] ?? 0) ^ 0x10;
        const run = await store(flipped, unique());
        expect(run.complete).toBe(false);
        expect(run.tests.total).toBeGreaterThanOrEqual(2);
      }
    });
  });

  it('should write one line an upload to the log, without secrets', async () => {
    const run = await store(streamOf(['a']), unique());
    const lines = service.lines.filter((line) => line['runId'] === run.id);
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'info',
        msg: 'run stored',
        job: run.job,
        tests: 1,
        duplicate: false,
        damage: 0,
        ms: expect.any(Number),
      }),
    ]);
  });

  it('should leave no spool behind', async () => {
    expect(await service.spools()).toEqual([]);
  });
});

function isPseudo(id: string): boolean {
  return id === 'process-returncode' || id === 'subunit.parser';
}

/** A packet whose checksum is right and whose id is not text. */
function packetWithId(id: Uint8Array): Buffer {
  const packet = Buffer.from(encodeEvent({ testId: 'x'.repeat(id.length), status: 'success' }));
  packet.set(id, packet.indexOf('x'));

  packet.writeUInt32BE(crc32(packet.subarray(0, -4)), packet.length - 4);
  return packet;
}

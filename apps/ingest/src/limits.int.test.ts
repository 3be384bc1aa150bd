import { gzipSync } from 'node:zlib';
import { problemSchema } from '@testmetrics/api-contract';
import { encodeEvent } from '@testmetrics/subunit';
import { startTestService, streamOf } from './testing';
import type { TestService } from './testing';

const KIB = 1024;

describe('limits', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({
      env: {
        TESTMETRICS_MAX_UPLOAD: '2 MiB',
        TESTMETRICS_MAX_EXPANDED: '8 MiB',
        TESTMETRICS_MAX_TESTS: '100',
        TESTMETRICS_MAX_TEXT: '64K',
        TESTMETRICS_ATTACHMENTS_PER_TEST: '10K',
        TESTMETRICS_ATTACHMENTS_PER_RUN: '100K',
        TESTMETRICS_RUN_FILE_BYTES: '5K',
      },
    });
  });
  afterAll(() => service.dispose());

  const post = (body: Uint8Array | ReadableStream, name: string) =>
    fetch(`${service.url}/v1/runs?meta.build_name=${name}`, { method: 'POST', body, duplex: 'half' } as RequestInit);

  const codeOf = async (response: Response): Promise<string> => {
    const problem = problemSchema.parse(await response.json());
    expect(problem.status).toBe(response.status);
    return problem.code;
  };

  /** A body without a length. */
  const chunked = (bytes: Uint8Array): ReadableStream =>
    new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 64 * KIB) controller.enqueue(bytes.subarray(at, at + 64 * KIB));
        controller.close();
      },
    });

  const large = Buffer.concat([streamOf(['a']), Buffer.alloc(3 * KIB * KIB, 'text ')]);

  it.each([
    ['with a length', large],
    ['without one', chunked(large)],
  ])('should refuse a body that is too large, %s', async (name, body) => {
    const response = await post(body, encodeURIComponent(name));
    expect([response.status, await codeOf(response)]).toEqual([413, 'stream_too_large']);
  });

  it('should refuse a gzip that expands to too much', async () => {
    const response = await post(gzipSync(Buffer.concat([streamOf(['a']), Buffer.alloc(16 * KIB * KIB)])), 'bomb');
    expect([response.status, await codeOf(response)]).toEqual([413, 'expanded_too_large']);
  });

  it('should take as many tests as allowed, and not one more', async () => {
    const tests = Array.from({ length: 101 }, (_, index) => `t${index}`);
    expect((await post(streamOf(tests.slice(1)), 'hundred')).status).toBe(201);
    const response = await post(streamOf(tests), 'too-many');
    expect([response.status, await codeOf(response)]).toEqual([413, 'too_many_tests']);
  });

  it('should count tests that are only begun, and every attempt', async () => {
    const begun = Array.from({ length: 101 }, (_, index) => ({ id: `t${index}`, status: 'inprogress' }) as const);
    expect(await codeOf(await post(streamOf(begun), 'begun'))).toBe('too_many_tests');
    expect(await codeOf(await post(streamOf(Array.from({ length: 101 }, () => 'same')), 'attempts'))).toBe(
      'too_many_tests',
    );
  });

  it('should refuse ids and tags that are too long in all', async () => {
    const long = Array.from({ length: 10 }, (_, index) => `${index}${'x'.repeat(10_000)}`);
    expect(await codeOf(await post(streamOf(long), 'long-ids'))).toBe('too_much_text');
    expect(await codeOf(await post(streamOf([{ id: 'a', tags: long }]), 'long-tags'))).toBe('too_much_text');
  });

  interface StoredAttachment {
    readonly name: string;
    readonly content: Buffer;
    readonly cut: number;
  }

  const attachmentsOf = (job: string) =>
    service.database.rows<StoredAttachment>(
      `SELECT attachments.tm_file_name AS name, attachments.attachment AS content, attachments.tm_cut_bytes AS cut
         FROM attachments JOIN test_runs ON test_runs.id = attachments.test_run_id
         JOIN run_metadata ON run_metadata.run_id = test_runs.run_id AND run_metadata.value = ? ORDER BY attachments.id`,
      [job],
    );

  it('should cut the attachments of a test with a mark, and store the run', async () => {
    const files = { small: 'whole', large: 'y'.repeat(20 * KIB), late: 'z'.repeat(100) };
    expect((await post(streamOf([{ id: 'a', status: 'fail', files }]), 'cut')).status).toBe(201);
    const [small, large, late] = await attachmentsOf('cut');
    expect(small).toMatchObject({ name: 'small', cut: 0 });
    expect(large?.cut).toBe(10 * KIB + 'whole'.length);
    expect(large?.content.toString()).toBe(
      `${'y'.repeat(10 * KIB - 5)}\n[cut here: ${large?.cut} more bytes were not kept]\n`,
    );
    expect(late?.content.toString()).toBe('\n[cut here: 100 more bytes were not kept]\n');
  });

  it('should cut the attachments of a run, keeping the first', async () => {
    const tests = Array.from({ length: 40 }, (_, index) => ({ id: `t${index}`, files: { log: 'x'.repeat(8 * KIB) } }));
    expect((await post(streamOf(tests), 'cut-run')).status).toBe(201);
    const stored = await attachmentsOf('cut-run');
    expect(stored).toHaveLength(40);
    expect(stored[0]?.cut).toBe(0);
    expect(stored.at(-1)?.cut).toBe(8 * KIB);
    const kept = stored.reduce((sum, { cut }) => sum + 8 * KIB - cut, 0);
    expect(kept).toBeGreaterThan(60 * KIB);
    expect(kept).toBeLessThanOrEqual(100 * KIB);
  });

  it('should say how many files could not even be listed', async () => {
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`f${index}`, 'x']));
    expect((await post(streamOf([{ id: 'a', files }]), 'many-files')).status).toBe(201);
    const notes = await service.database.rows<{ content: Buffer }>(
      "SELECT tm_run_attachments.content FROM tm_run_attachments WHERE tm_run_attachments.name = 'files that were not kept'",
    );
    expect(notes.map(({ content }) => content.toString())).toEqual([
      expect.stringMatching(/^\[\d+ more files were not kept, 1\d\d\d bytes in all\]\n$/),
    ]);
  });

  it('should cut files of the run and text between packets', async () => {
    const file = encodeEvent({ fileName: 'stderr', fileBytes: Buffer.alloc(6 * KIB, 'e'), mimeType: 'text/plain' });
    const body = Buffer.concat([Buffer.alloc(7 * KIB, 'n'), file, streamOf(['a'])]);
    expect((await post(body, 'run-files')).status).toBe(201);
    const stored = await service.database.rows<{ name: string; cut: number }>(
      `SELECT tm_run_attachments.name, tm_run_attachments.cut_bytes AS cut FROM tm_run_attachments
         JOIN run_metadata ON run_metadata.run_id = tm_run_attachments.run_id AND run_metadata.value = 'run-files'
        ORDER BY tm_run_attachments.name`,
    );
    expect(stored).toEqual([
      { name: 'stderr', cut: KIB },
      { name: 'stdout', cut: 2 * KIB },
    ]);
  });

  it('should leave no spool behind', async () => {
    expect(await service.spools()).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { corpusDirectory, corpusStream, readStream } from '@testmetrics/corpus';
import { encodeRun, postStream } from '@testmetrics/harness';
import type { RowDataPacket } from 'mysql2';

import { finalRecords } from './final-records';
import { type ReferenceStack, startReferenceStack } from './reference-stack';

const INSTALL_TIMEOUT_MS = 400_000;
const MINUTE_MS = 60_000;

describe('the reference tools on our database', () => {
  let stack: ReferenceStack;
  let missing: string | null = null;

  beforeAll(async () => {
    const started = await startReferenceStack();
    if (typeof started === 'string') missing = started;
    else stack = started;
  }, INSTALL_TIMEOUT_MS);

  afterAll(async () => {
    if (missing === null) await stack.stop();
  }, MINUTE_MS);

  /** Says why, where the tools are not to be had: a test that passes without a word would hide it. */
  function isMissing(): boolean {
    if (missing !== null) console.warn(`SKIPPED: ${missing}`);
    return missing !== null;
  }

  async function post(stream: Uint8Array, job: string): Promise<{ id: string }> {
    const { status, text } = await postStream(
      `${stack.service.url}/v1/runs?meta.build_name=${job}`,
      Buffer.from(stream.buffer, stream.byteOffset, stream.length),
    );
    expect({ status, text }).toMatchObject({ status: 201 });
    return JSON.parse(text) as { id: string };
  }

  /** The rows that the reference reads beside the tests are made by the rollup loop. */
  async function rolledUp(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const [rows] = await stack.connection.query<RowDataPacket[]>('SELECT COUNT(*) AS pending FROM tm_rollup_pending');
      if (rows[0]?.['pending'] === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the rollup loop left runs pending for 20 s');
  }

  it(
    'sql2subunit should give back ids with attributes, statuses, times and tags of a run that we stored',
    async () => {
      if (isMissing()) return;
      const stream = encodeRun({ tests: 300, prefix: 'reference', seed: 7, startMicros: Date.UTC(2026, 8, 1) * 1000 });
      const { id } = await post(stream, 'made-up');
      await rolledUp();
      expect(finalRecords(await stack.sql2subunit(id))).toEqual(finalRecords(stream));
    },
    2 * MINUTE_MS,
  );

  it(
    'sql2subunit should give back a recorded run of parallel workers',
    async () => {
      if (isMissing()) return;
      const stream = readStream('03-stestr-self-parallel');
      const { id } = await post(stream, 'recorded');
      await rolledUp();
      expect(finalRecords(await stack.sql2subunit(id))).toEqual(finalRecords(stream));
    },
    2 * MINUTE_MS,
  );

  it(
    'subunit2sql should store a run that our service then shows, and db rebuild should count',
    async () => {
      if (isMissing()) return;
      const uuid = '0f0e0d0c-1111-4222-8333-444455556666';
      const file = join(corpusDirectory(), corpusStream('08-oslo-log-parallel').file);
      await stack.subunit2sql('--run_id', uuid, '--run_meta', 'build_name:by-reference,project:oslo.log', file);

      const shown = await fetch(`${stack.service.url}/v1/runs/${uuid}`);
      expect(await shown.json()).toMatchObject({
        id: uuid,
        tests: { total: 204, success: 202, fail: 1, skip: 1 },
        metadata: { build_name: 'by-reference', project: 'oslo.log' },
      });

      const rebuilt = await stack.testmetrics('db', 'rebuild');
      expect(rebuilt).toMatchObject({ status: 0 });
      const adopted = await fetch(`${stack.service.url}/v1/runs?job=by-reference`);
      expect(await adopted.json()).toMatchObject({ items: [{ id: uuid, job: 'by-reference', project: 'oslo.log' }] });
      expect(await stack.testmetrics('db', 'check')).toMatchObject({ status: 0 });
    },
    2 * MINUTE_MS,
  );

  it(
    'subunit2sql should count on the same rows of tests as we do',
    async () => {
      if (isMissing()) return;
      const stream = encodeRun({ tests: 20, prefix: 'shared', seed: 3, startMicros: Date.UTC(2026, 8, 2) * 1000 });
      const { id } = await post(stream, 'shared');
      await rolledUp();
      const readBack = await stack.sql2subunit(id);
      const directory = mkdtempSync(join(tmpdir(), 'testmetrics-shared-'));
      writeFileSync(join(directory, 'run.subunit'), readBack);
      await stack.subunit2sql('--run_meta', 'build_name:shared', join(directory, 'run.subunit'));
      rmSync(directory, { recursive: true });
      const [rows] = await stack.connection.query<RowDataPacket[]>(
        `SELECT tests.run_count + COALESCE(SUM(test_runs.status = 'skip'), 0) AS counted, COUNT(*) AS stored
           FROM tests JOIN test_runs ON test_runs.test_id = tests.id
          WHERE tests.test_id LIKE 'shared.%' GROUP BY tests.id, tests.run_count`,
      );
      expect(rows).toHaveLength(20);
      for (const { counted, stored } of rows) expect([Number(counted), stored]).toEqual([2, 2]);
    },
    2 * MINUTE_MS,
  );
});

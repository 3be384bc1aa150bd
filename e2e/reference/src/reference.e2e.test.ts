import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { corpusDirectory, corpusStream, readStream } from '@testmetrics/corpus';
import { encodeRun, findReferenceTool, postStream } from '@testmetrics/harness';
import type { RowDataPacket } from 'mysql2';

import { finalRecords } from './final-records';
import { type ReferenceStack, startReferenceStack } from './reference-stack';

const MINUTE_MS = 60_000;

const tool = findReferenceTool(join(tmpdir(), 'testmetrics-reference'), () => undefined);
const withTool = 'missing' in tool ? it.skip : it;
const needs = 'missing' in tool ? ` (needs: ${tool.missing})` : '';

describe('the reference tools on our database', () => {
  let stack: ReferenceStack;

  beforeAll(async () => {
    if (!('missing' in tool)) stack = await startReferenceStack(tool);
  }, 2 * MINUTE_MS);

  afterAll(() => ('missing' in tool ? undefined : stack.stop()), MINUTE_MS);

  async function post(stream: Uint8Array, job: string): Promise<{ id: string }> {
    const { status, text } = await postStream(
      `${stack.service.url}/v1/runs?meta.build_name=${job}`,
      Buffer.from(stream.buffer, stream.byteOffset, stream.length),
    );
    expect({ status, text }).toMatchObject({ status: 201 });
    return JSON.parse(text) as { id: string };
  }

  async function exported(id: string): Promise<Uint8Array> {
    const reply = await fetch(`${stack.service.url}/v1/runs/${id}/stream`);
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
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

  withTool(
    `sql2subunit and our export should give back ids with attributes, statuses, times and tags of a run that we stored${needs}`,
    async () => {
      const stream = encodeRun({ tests: 300, prefix: 'reference', seed: 7, startMicros: Date.UTC(2026, 8, 1) * 1000 });
      const { id } = await post(stream, 'made-up');
      await rolledUp();
      expect(finalRecords(await stack.sql2subunit(id))).toEqual(finalRecords(stream));
      expect(finalRecords(await exported(id))).toEqual(finalRecords(stream));
    },
    2 * MINUTE_MS,
  );

  withTool(
    `sql2subunit and our export should give back a recorded run of parallel workers${needs}`,
    async () => {
      const stream = readStream('03-stestr-self-parallel');
      const { id } = await post(stream, 'recorded');
      await rolledUp();
      expect(finalRecords(await stack.sql2subunit(id))).toEqual(finalRecords(stream));
      expect(finalRecords(await exported(id))).toEqual(finalRecords(stream));
    },
    2 * MINUTE_MS,
  );

  withTool(
    `subunit2sql should store a run that our service then shows, and db rebuild should count${needs}`,
    async () => {
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

  withTool(
    `subunit2sql should count on the same rows of tests as we do${needs}`,
    async () => {
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

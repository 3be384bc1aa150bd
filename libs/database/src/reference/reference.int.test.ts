import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { corpusStream, readStream } from '@testmetrics/corpus';
import { decodeAll, isGzip, type SubunitEvent } from '@testmetrics/subunit';

import { checkDatabase } from '../check/check-database';
import { RunReadModel } from '../read/run-read-model';
import { rebuildRollups } from '../rebuild/rebuild-rollups';
import { rollUpOnce } from '../rollup/roll-up-once';
import { RunStore } from '../store/run-store';
import { buildRun } from '../testing/build-run';
import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { findReferenceTools, ReferenceTools } from './reference-tools';

const STREAM = '23-cliff-parallel';
const INSTALL_MS = 300_000;

const found = findReferenceTools();
const withTools = found instanceof ReferenceTools ? it : it.skip;
if (!(found instanceof ReferenceTools)) process.stderr.write(`skipped: ${found.reason}\n`);

function tools(): ReferenceTools {
  if (found instanceof ReferenceTools) return found;
  throw new Error(found.reason);
}

let open: OpenTestDatabase;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'testmetrics-reference-test-'));
  open = await openTestDatabase();
}, INSTALL_MS);
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await open.close();
});

interface StreamOutcome {
  readonly status: SubunitEvent['status'];
  readonly tags: readonly string[];
  readonly start: number | null;
  readonly stop: number | null;
}

/** What a stream says of each test in the end. */
function outcomes(bytes: Uint8Array): ReadonlyMap<string, StreamOutcome> {
  const starts = new Map<string, number | null>();
  const ended = new Map<string, StreamOutcome>();
  for (const item of decodeAll(bytes)) {
    if (item.kind !== 'event' || item.event.testId === null) continue;
    const { testId, status, tags, timestampMicros } = item.event;
    if (!starts.has(testId)) starts.set(testId, timestampMicros);
    if (status === null || status === 'inprogress') continue;
    const start = starts.get(testId) ?? null;
    // A final status ends the record; what follows under the same id is a new one.
    starts.delete(testId);
    if (status !== 'exists') ended.set(testId, { status, tags: tags ?? [], start, stop: timestampMicros });
  }
  return ended;
}

describe('the reference tools on our database', () => {
  withTools(
    'should write a stream that we read, count and adopt',
    async () => {
      const bytes = readStream(STREAM);
      const stream = isGzip(bytes) ? gunzipSync(bytes) : bytes;
      const file = join(directory, corpusStream(STREAM).name);
      writeFileSync(file, stream);
      const uuid = randomUUID();
      await tools().store(open.schema.url, file, uuid, 'build_name:ref-job,project:cliff');
      const reader = new RunReadModel(open.database);
      const before = await reader.findByUuid(uuid);
      expect(before).toMatchObject({ foreign: true, job: null });
      expect(before?.metadata.get('build_name')).toBe('ref-job');
      const findings = await checkDatabase(open.database);
      expect(findings.map(({ kind, table }) => [kind, table])).toEqual([['foreign', 'runs']]);

      expect(await rebuildRollups(open.database)).toMatchObject({ runs: 1, adopted: 1 });
      expect(await checkDatabase(open.database)).toEqual([]);
      expect(await reader.findByUuid(uuid)).toMatchObject({ foreign: false, job: 'ref-job', project: 'cliff' });
      const tests = (await reader.tests(uuid, {}, { limit: 10_000 }))?.items ?? [];
      const expected = outcomes(stream);
      expect(tests).toHaveLength(expected.size);
      for (const { name, status, attempts } of tests) {
        const outcome = expected.get(name);
        expect([name, status, attempts[0]?.startMicros, attempts[0]?.stopMicros]).toEqual([
          name,
          outcome?.status,
          outcome?.start,
          outcome?.stop,
        ]);
      }
    },
    INSTALL_MS,
  );

  withTools(
    'should read a run that we stored: ids with attributes, statuses, times and tags',
    async () => {
      const run = buildRun({
        tests: [
          {
            name: 'ours.test_a',
            fullId: 'ours.test_a[id-1,smoke]',
            attrs: 'id-1,smoke',
            tags: ['slow', 'worker-1'],
            seconds: 1.25,
          },
          { name: 'ours.test_b', statuses: ['fail', 'success'], tags: ['worker-2'], seconds: 0.000001 },
          { name: 'ours.test_ü 🦄', statuses: ['skip'] },
          { name: 'ours.test_x', statuses: ['xfail'] },
          { name: 'ours.test_u', statuses: ['uxsuccess'] },
        ],
      });
      await new RunStore(open.database).write(run);
      await rollUpOnce(open.database);
      const loaded = outcomes(await tools().load(open.schema.url, run.uuid));
      const expected = run.tests.map((test) => {
        const last = test.attempts.at(-1);
        const tags = [...(last?.labels?.tags ?? [])].sort();
        return [test.fullId, { status: last?.status, tags, start: last?.startMicros, stop: last?.stopMicros }] as const;
      });
      expect(new Map([...loaded].sort())).toEqual(new Map([...expected].sort()));
      expect(await checkDatabase(open.database)).toEqual([]);
    },
    INSTALL_MS,
  );
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeRun, postStream } from '@testmetrics/harness';
import { encodeEvent } from '@testmetrics/subunit';
import { FaultStack } from './fault-stack';
import { countOrphans, readRuns } from './raw-rows';
import { uploadUntilStored } from './upload-until-stored';

const MIB = 1024 * 1024;

/** A file system in memory with room for so much; `null` where this user may not mount any. */
function mountSmallDisk(mebibytes: number): { readonly path: string; unmount(): void } | null {
  const path = mkdtempSync(join(tmpdir(), 'testmetrics-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    unmount: () => {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
}

function fill(disk: string): () => void {
  const file = join(disk, 'filler');
  for (let bytes = 0; ; bytes += MIB) {
    try {
      writeFileSync(file, Buffer.alloc(MIB), { flag: 'a' });
    } catch {
      return () => rmSync(file);
    }
  }
}

/** A run whose logs are too much for memory and so for the spool's small disk. */
function runWithLogs(mebibytes: number): Buffer {
  const packets = Array.from({ length: mebibytes }, (_, number) => {
    const testId = `disk.test_${number}`;
    const fileBytes = Buffer.alloc(MIB - 1, `line ${number}\n`);
    return [
      encodeEvent({ testId, status: 'inprogress' }),
      encodeEvent({ testId, fileName: 'log', fileBytes, mimeType: 'text/plain', eof: true }),
      encodeEvent({ testId, status: 'success' }),
    ];
  });
  return Buffer.concat(packets.flat());
}

const canMount = (() => {
  const disk = mountSmallDisk(1);
  disk?.unmount();
  return disk !== null;
})();
const title = (text: string): string => (canMount ? text : `${text} (needs: the right to mount a small file system)`);
const test = canMount ? it : it.skip;

describe('a full disk', () => {
  test(title('should refuse with 503 where the spool is full, and store the repeated upload'), async () => {
    const disk = mountSmallDisk(8);
    if (disk === null) throw new Error('mounting worked a moment ago');
    const stack = await FaultStack.start({ env: { TESTMETRICS_SPOOL_DIR: disk.path } });
    try {
      const free = fill(disk.path);
      const stream = runWithLogs(6);
      const refused = await postStream(`${stack.url}/v1/runs?meta.build_name=spool`, stream);
      expect(refused.status).toBe(503);
      expect(JSON.parse(refused.text)).toMatchObject({ status: 503, code: expect.any(String) });
      expect(await readRuns(stack.databaseUrl)).toEqual([]);
      free();
      expect((await postStream(`${stack.url}/v1/runs?meta.build_name=spool`, stream)).status).toBe(201);
    } finally {
      await stack.stop();
      disk.unmount();
    }
  });

  test(
    title("should store nothing where the database's disk is full, and the repeated upload when it is not"),
    async () => {
      const disk = mountSmallDisk(400);
      if (disk === null) throw new Error('mounting worked a moment ago');
      const stack = await FaultStack.start({ directory: join(disk.path, 'database') });
      try {
        const small = encodeRun({ tests: 10, prefix: 'before', seed: 1, startMicros: 0 });
        expect((await postStream(`${stack.url}/v1/runs?meta.build_name=before`, small)).status).toBe(201);
        const free = fill(disk.path);
        const stream = runWithLogs(40);
        const refused = await postStream(`${stack.url}/v1/runs?meta.build_name=disk`, stream);
        expect({ status: refused.status, text: refused.text }).toMatchObject({ status: 503 });
        free();
        // Some versions of the server end themselves when they cannot write.
        await stack.restartDatabase();
        expect(await readRuns(stack.databaseUrl)).toHaveLength(1);
        const stored = await uploadUntilStored(() => stack.url, 'meta.build_name=disk', stream);
        expect(stored.tests).toMatchObject({ total: 40, success: 40 });
        expect(await readRuns(stack.databaseUrl)).toHaveLength(2);
        expect(await countOrphans(stack.databaseUrl)).toBe(0);
      } finally {
        await stack.stop();
        disk.unmount();
      }
    },
  );
});

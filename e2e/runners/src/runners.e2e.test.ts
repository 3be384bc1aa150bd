import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeDemoSuite, TESTS } from './demo-suite';
import { missingRunners } from './find-runners';
import { type RunnersStack, startRunnersStack } from './runners-stack';
import { workerLoads } from './worker-loads';

const MINUTE_MS = 60_000;

const missing = missingRunners();
const withRunners = missing === null ? it : it.skip;
const needs = missing === null ? '' : ` (needs ${missing})`;

/** The demo suite's job, as a URL has it. */
const TIMING = '"$URL/v1/timing?job=demo%20job"';

/** Of the 238 known seconds the best possible halves; the longest test alone takes 100. */
const HALVES = [118, 120];

/** Tests of the two workers then. */
const UNEVEN = [6, 8];

/** Runs the suite with two workers and gives what each of them ran. */
const STESTR_RUN = 'stestr -q run --concurrency 2 >/dev/null; stestr last --subunit';
const TESTR_RUN = 'testr run -q --parallel --concurrency=2 >/dev/null; testr last --subunit';

describe('the runners of OpenStack with our timing', () => {
  let stack: RunnersStack;
  const directories: string[] = [];

  beforeAll(async () => {
    if (missing === null) stack = await startRunnersStack();
  }, 5 * MINUTE_MS);
  afterAll(async () => {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
    if (missing === null) await stack.stop();
  }, MINUTE_MS);

  function suite(): string {
    const directory = makeDemoSuite();
    directories.push(directory);
    return directory;
  }

  async function succeed(directory: string, script: string): Promise<Buffer> {
    const { status, stdout, stderr } = await stack.shell(directory, script);
    if (status !== 0) throw new Error(`expected 0, found ${status}: ${script}\n${stderr}\n${stdout.toString()}`);
    return stdout;
  }

  /** Seconds of each worker; whether the runner knew of times shows in the number of tests, which is even without. */
  async function loads(directory: string, script: string): Promise<readonly number[]> {
    const workers = workerLoads(await succeed(directory, script));
    expect(workers.map(({ tests }) => tests).sort()).toEqual(UNEVEN);
    return workers.map(({ seconds }) => seconds);
  }

  /** A runner without times deals tests out like cards. */
  async function expectEven(script: string): Promise<void> {
    const workers = workerLoads(await succeed(suite(), script));
    expect(workers.map(({ tests }) => tests)).toEqual([TESTS / 2, TESTS / 2]);
  }

  withRunners(`should make stestr share out a suite evenly, which it does not without${needs}`, async () => {
    await expectEven(`stestr init; ${STESTR_RUN}`);
    const seeded = `curl -fsS ${TIMING} | stestr -q load --force-init; ${STESTR_RUN}`;
    expect(await loads(suite(), seeded)).toEqual(HALVES);
    const compressed = `curl -fsS --compressed ${TIMING} | stestr -q load --force-init; ${STESTR_RUN}`;
    expect(await loads(suite(), compressed)).toEqual(HALVES);
  });

  withRunners(`should do the same for testr, by our command and with attributes in the ids${needs}`, async () => {
    await expectEven(`testr init; ${TESTR_RUN}`);
    const seeded = `testmetrics timing --job 'demo job' | testr load --force-init >/dev/null; ${TESTR_RUN}`;
    expect(await loads(suite(), seeded)).toEqual(HALVES);
  });

  withRunners(`should lay the times where both runners keep them, without a run that never was${needs}`, async () => {
    const stestr = suite();
    await succeed(stestr, `stestr init; curl -fsS ${TIMING}'&format=dbm' | tar -x -C .stestr`);
    expect((await stack.shell(stestr, 'stestr last')).status).not.toBe(0);
    expect(await loads(stestr, STESTR_RUN)).toEqual(HALVES);
    const testr = suite();
    await succeed(testr, `testr init; curl -fsS ${TIMING}'&format=dbm' | tar -x -C .testrepository`);
    expect(await loads(testr, TESTR_RUN)).toEqual(HALVES);
  });

  withRunners(`should end a pipe with a failure where the job is unknown${needs}`, async () => {
    const directory = suite();
    for (const command of ['curl -fsS "$URL/v1/timing?job=demo"', 'testmetrics timing --job demo']) {
      const { status, stderr } = await stack.shell(directory, `${command} | stestr -q load --force-init`);
      expect(status).not.toBe(0);
      expect(stderr).toMatch(/404/);
    }
  });

  withRunners(`should share out what a runner lists, new tests too${needs}`, async () => {
    const directory = suite();
    const listed = await succeed(directory, 'stestr init; stestr list | tee all | wc -l');
    expect(Number(listed.toString())).toBe(TESTS);
    const split = "testmetrics split --job 'demo job' --workers 3";
    await succeed(directory, `for i in 1 2 3; do ${split} --worker $i all > part-$i 2>/dev/null; done`);
    await succeed(directory, 'sort all > sorted; cat part-1 part-2 part-3 | sort | cmp - sorted');
    const first = workerLoads(
      await succeed(directory, 'stestr -q run --serial --load-list part-1 >/dev/null; stestr last --subunit'),
    );
    expect(first.map(({ seconds }) => seconds)).toEqual([100]);
  });

  withRunners(`should write what python-subunit and dbm.dumb write, byte by byte${needs}`, async () => {
    const directory = suite();
    writeFileSync(join(directory, 'again.py'), PYTHON);
    await succeed(
      directory,
      `curl -fsS ${TIMING} > stream; curl -fsS ${TIMING}'&format=dbm' | tar -x; /usr/bin/python3 again.py
       cmp stream stream.again; cmp times.dbm.dat again.dat; cmp times.dbm.dir again.dir`,
    );
  });
});

/** Reads stream and files with Python's own libraries and writes them again. */
const PYTHON = `
import dbm.dumb, io, subunit, testtools
from subunit.v2 import StreamResultToBytes
out = open('stream.again', 'wb')
writer = StreamResultToBytes(out)
class Copy(testtools.StreamResult):
    def status(self, **event):
        writer.status(**event)
subunit.ByteStreamToStreamResult(open('stream', 'rb')).run(Copy())
out.close()
times = dbm.dumb.open('times.dbm', 'r')
again = dbm.dumb.open('again', 'n')
for key in times.keys():
    float(times[key])
    again[key] = times[key]
again.close()
`;

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { corpusDirectory, corpusStream, REFERENCE_SCHEMA } from '@testmetrics/corpus';
import { builtApp, findReferenceTool, type IngestProcess, startIngest } from '@testmetrics/harness';
import { type PrivateDatabase, startPrivateDatabase } from '@testmetrics/private-database';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

const execute = promisify(execFile);
const MINUTE_MS = 60_000;
const GUIDE = readFileSync(resolve(__dirname, '../../../docs/migration.md'), 'utf8');
const OLD_RUN = '0f0e0d0c-1111-4222-8333-444455556666';

const tool = findReferenceTool(join(tmpdir(), 'testmetrics-reference'), () => undefined);
const withTool = 'missing' in tool ? it.skip : it;
const needs = 'missing' in tool ? ` (needs: ${tool.missing})` : '';

/** The commands of the guide, block by block. */
function blocks(): readonly string[] {
  return [...GUIDE.matchAll(/```sh\n([^`]+)```/g)].map((match) => match[1] ?? '');
}

describe('docs/migration.md', () => {
  let server: PrivateDatabase;
  let service: IngestProcess | null = null;
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'testmetrics-migration-e2e-'));
    const data = join(directory, 'server');
    server = await startPrivateDatabase({
      directory: data,
      durability: 'throwaway',
      withAdmin: true,
      log: () => undefined,
    });
    await query('', ['CREATE DATABASE subunit2sql CHARACTER SET utf8mb3', 'CREATE DATABASE testmetrics_new']);
    await query('subunit2sql', REFERENCE_SCHEMA);
    mkdirSync(join(directory, 'bin'));
    const command = `#!/bin/sh\nexec ${process.execPath} ${builtApp('cli')} "$@"\n`;
    writeFileSync(join(directory, 'bin/testmetrics'), command, { mode: 0o755 });
    copyFileSync(
      join(corpusDirectory(), corpusStream('08-oslo-log-parallel').file),
      join(directory, 'testrepository.subunit'),
    );
  }, 3 * MINUTE_MS);

  afterAll(async () => {
    await service?.stop();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }, MINUTE_MS);

  function url(database: string): string {
    return (server.adminUrl ?? server.ownerUrl).replace(/\/[^/]*$/, `/${database}`);
  }

  async function query(database: string, statements: readonly string[]): Promise<readonly RowDataPacket[]> {
    const connection = await createConnection(url(database));
    let rows: RowDataPacket[] = [];
    for (const statement of statements) [rows] = await connection.query<RowDataPacket[]>(statement);
    await connection.end();
    return rows;
  }

  /** Runs a block as it stands in the guide; only addresses and names are those of this test. */
  async function run(block: string): Promise<string> {
    const python = (database: string): string => url(database).replace(/^mysql:/, 'mysql+pymysql:');
    const script = block
      .replaceAll('mysql+pymysql://user:password@db.example/subunit2sql', python('subunit2sql'))
      .replaceAll('mysql://user:password@db.example/subunit2sql', url('subunit2sql'))
      .replaceAll('mysql://user:password@new.example/testmetrics', url('testmetrics_new'))
      .replaceAll('http://ingest.example:8080', service?.url ?? '')
      .replaceAll('RUN_UUID', OLD_RUN);
    return shell(script);
  }

  async function shell(script: string): Promise<string> {
    const tools = 'missing' in tool ? [] : [dirname(tool.program)];
    const PATH = [join(directory, 'bin'), ...tools, process.env['PATH'] ?? ''].join(delimiter);
    const env = { ...process.env, PATH, DATABASE_URL: url('subunit2sql') };
    const options = { cwd: directory, env, maxBuffer: 64 * 1024 * 1024 };
    return (await execute('/bin/sh', ['-e', '-u', '-c', script], options)).stdout;
  }

  withTool(
    `every command should work on a database that the reference has filled${needs}`,
    async () => {
      const store = 'subunit2sql --database-connection mysql+pymysql://user:password@db.example/subunit2sql';
      await run(
        `${store} --run_id ${OLD_RUN} --run_at 2025-01-02T03:04:05 --run_meta build_name:unit,project:oslo.log testrepository.subunit`,
      );
      const [inPlace = '', fromOther = '', oldTools = '', newWays = '', ...rest] = blocks();
      expect(rest).toEqual([]);
      expect(await run(fromOther)).toMatch(/Runs +1\n[^]*clean: counters/);
      expect(await run(inPlace)).toMatch(/Test runs +204\n[^]*clean: counters[^]*all runs are rolled up/);
      service = await startIngest({ databaseUrl: url('subunit2sql') });
      // What the reference reads of the run that it stored before, and the run that it stored now, adopted.
      expect(await run(oldTools)).toContain('1 of them adopted');
      // The old run in any case, and the recorded one when that is old enough.
      expect(await run(newWays)).toMatch(
        /"job":"unit"[^]*would remove (204|408) test runs[^]*removed (204|408) test runs[^]*clean: counters/,
      );
      const [left] = await query('subunit2sql', ['SELECT SUM(run_count) AS executions FROM tests']);
      expect(Number(left?.['executions'])).toBe(203 * 3);
    },
    4 * MINUTE_MS,
  );

  withTool(
    `stestr --repo-type sql should run, remember and time tests on our database${needs}`,
    async () => {
      mkdirSync(join(directory, 'demo'));
      writeFileSync(join(directory, 'demo/__init__.py'), '');
      writeFileSync(
        join(directory, 'demo/test_demo.py'),
        'import time\nimport unittest\n\n\nclass TestDemo(unittest.TestCase):\n    def test_fast(self):\n        pass\n\n' +
          '    def test_slow(self):\n        time.sleep(0.2)\n',
      );
      writeFileSync(join(directory, '.stestr.conf'), '[DEFAULT]\ntest_path=./demo\ntop_dir=./\n');
      const address = url('subunit2sql').replace(/^mysql:/, 'mysql+pymysql:');
      const stestr = (command: string): Promise<string> =>
        shell(
          `PYTHON="$(dirname "$(command -v subunit2sql)")/python" stestr --repo-type sql --repo-url '${address}' ${command}`,
        );
      expect(await stestr('run --concurrency 2')).toContain('Passed: 2');
      expect(await stestr('last')).toContain('Passed: 2');
      expect(await stestr('slowest')).toMatch(/test_slow +0\.[2-9]\d+\n[^]*test_fast +0\.0/);
      expect(await shell('testmetrics db rebuild && testmetrics db check')).toContain('clean: counters');
    },
    2 * MINUTE_MS,
  );
});

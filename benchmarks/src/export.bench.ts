import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encodeRun, findReferenceTool, postStream, runCommand, startIngest } from '@testmetrics/harness';
import type { IngestProcess, ReferenceTool } from '@testmetrics/harness';
import { benchDirectory, numberFromEnvironment } from './bench-directory';
import { exportMeasures } from './export/export-measures';
import type { ExportFigures } from './export/export-measures';
import { startBenchServer } from './ingest/bench-server';
import type { BenchServer } from './ingest/bench-server';
import { waitForRollups } from './ingest/rollups';
import { formatMeasures } from './measure';
import { receive } from './receive';

const TESTS = numberFromEnvironment('BENCH_TESTS', 20_000);
const LARGE_TESTS = numberFromEnvironment('BENCH_LARGE_TESTS', 240_000);
const REPETITIONS = numberFromEnvironment('BENCH_REPETITIONS', 5);
const REFERENCE_REPETITIONS = Math.min(2, REPETITIONS);
const START_MICROS = Date.UTC(2026, 8, 1, 3, 17) * 1000;

const execute = promisify(execFile);
const log = (line: string): void => console.log(line);

interface Contest {
  readonly server: BenchServer;
  readonly service: IngestProcess;
  readonly databaseUrl: string;
  readonly directory: string;
}

async function main(): Promise<void> {
  const server = await startBenchServer(log);
  try {
    log(`MariaDB ${await server.version()}; Node ${process.version}`);
    const databaseUrl = await server.createOurs('bench_export');
    const service = await startIngest({ databaseUrl, env: { LOG_LEVEL: 'warn' } });
    try {
      const contest = { server, service, databaseUrl, directory: benchDirectory() };
      console.log(`\n${formatMeasures(exportMeasures(await measure(contest)))}`);
      if (process.env['BENCH_LARGE'] !== 'no') await measureLarge(contest);
    } finally {
      await service.stop();
    }
  } finally {
    await server.stop();
  }
}

/** The contestants take turns on the same database, so that whatever else the machine does meets all of them. */
async function measure(contest: Contest): Promise<ExportFigures> {
  const tool = findReferenceTool(join(benchDirectory(), 'venv'), log);
  const run = await store(contest, { tests: TESTS, prefix: 'export' });
  const [command, http, reference]: [number[], number[], number[]] = [[], [], []];
  const output = join(contest.directory, 'export.subunit');
  const referenceOutput = join(contest.directory, 'export.reference.subunit');
  // Once unmeasured: pages of the database come from the disk, and the service compiles its code.
  await exportByCommand(contest, run, output);
  await exportOverHttp(contest, run);
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    command.push(await exportByCommand(contest, run, output));
    http.push(await exportOverHttp(contest, run));
    if ('reader' in tool && repetition < REFERENCE_REPETITIONS) {
      reference.push(await exportByReference(contest, tool, run, referenceOutput));
      log(`  sql2subunit: ${reference.at(-1)?.toFixed(2)} s`);
    }
    log(`  command: ${command.at(-1)?.toFixed(2)} s; HTTP: ${http.at(-1)?.toFixed(2)} s`);
  }
  const hasReference = 'reader' in tool;
  return {
    ...{ tests: TESTS, command, http, reference: hasReference ? reference : tool },
    exportBytes: statSync(output).size,
    referenceBytes: hasReference ? statSync(referenceOutput).size : 0,
  };
}

async function store(
  { service, server, databaseUrl }: Contest,
  { tests, prefix }: { readonly tests: number; readonly prefix: string },
): Promise<string> {
  const stream = encodeRun({ tests, prefix, seed: 1, startMicros: START_MICROS });
  const { status, text } = await postStream(`${service.url}/v1/runs?meta.build_name=${prefix}`, stream);
  if (status !== 201) throw new Error(`expected 201, found ${status}: ${text}`);
  // The reference reads tags and attributes where the rollups write them.
  const connection = await server.connect(databaseUrl);
  await waitForRollups(connection);
  await connection.end();
  return (JSON.parse(text) as { id: string }).id;
}

async function exportByCommand({ databaseUrl }: Contest, run: string, output: string): Promise<number> {
  const started = performance.now();
  const { status, stderr } = await runCommand(['export', run, '--database', databaseUrl, '--output', output]);
  if (status !== 0) throw new Error(`export failed: ${stderr}`);
  return (performance.now() - started) / 1000;
}

async function exportOverHttp({ service }: Contest, run: string): Promise<number> {
  const started = performance.now();
  await receive(`${service.url}/v1/runs/${run}/stream`);
  return (performance.now() - started) / 1000;
}

async function exportByReference(
  { databaseUrl }: Contest,
  tool: Extract<ReferenceTool, { reader: string }>,
  run: string,
  output: string,
): Promise<number> {
  const connection = databaseUrl.replace(/^mysql:/, 'mysql+pymysql:');
  const started = performance.now();
  await execute(tool.reader, ['--database-connection', connection, '--out_path', output, run], { timeout: 1_800_000 });
  return (performance.now() - started) / 1000;
}

/** Memory stays flat: what a run of twelve times the size adds to the most that the service ever had. */
async function measureLarge(contest: Contest): Promise<void> {
  const run = await store(contest, { tests: LARGE_TESTS, prefix: 'large' });
  const before = contest.service.peakMemoryBytes();
  const current = currentMemoryBytes(contest.service.pid);
  const seconds = await exportOverHttp(contest, run);
  const after = contest.service.peakMemoryBytes();
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  log(
    `\nrun of ${LARGE_TESTS} tests over HTTP: ${seconds.toFixed(1)} s; memory of the service ${mb(current)} before, ` +
      `at most ${mb(after)} ever (${mb(before)} before: storing that run)`,
  );
}

function currentMemoryBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) * 1024;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

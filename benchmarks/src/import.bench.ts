import { runCommand } from '@testmetrics/harness';
import type { Connection } from 'mysql2/promise';

import { startBenchServer } from './ingest/bench-server';
import type { BenchServer } from './ingest/bench-server';
import { fillReference, REFERENCE_TABLE_NAMES } from './import/fill-reference';
import { formatMeasures, type Measure } from './measure';

const DEFAULT_ROWS = 100_000;

const log = (line: string): void => console.log(line);

/** `npm run bench -- import --rows=1000000`: taking over a database of the reference, beside only copying its rows. */
async function main(): Promise<void> {
  const rows = Number(
    /^--rows=(\d+)$/.exec(process.argv.find((word) => word.startsWith('--rows=')) ?? '')?.[1] ?? DEFAULT_ROWS,
  );
  const server = await startBenchServer(log);
  try {
    log(`MariaDB ${await server.version()}, durable commits; Node ${process.version}`);
    console.log(`\n${formatMeasures([await measure(server, rows)])}`);
  } finally {
    await server.stop();
  }
}

async function measure(server: BenchServer, rows: number): Promise<Measure> {
  const url = await server.createReference('bench_import');
  const connection = await server.connect(url);
  try {
    const size = await fillReference(connection, rows);
    log(`${size.testRuns} test runs in ${size.runs} runs, ${size.metadata} rows beside them`);
    const floorSeconds = await copyBare(connection);
    log(`bare INSERT … SELECT of all tables: ${floorSeconds.toFixed(1)} s`);
    const started = performance.now();
    const { status, stderr } = await runCommand(['db', 'import', '--json'], { DATABASE_URL: url });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`db import failed: ${stderr}`);
    log(steps(stderr));
    const check = await runCommand(['db', 'check'], { DATABASE_URL: url });
    if (check.status !== 0) throw new Error(`db check found: ${check.stdout}`);
    return {
      what: `db import of ${size.testRuns} test runs`,
      target: 'printed',
      result: `${Math.round(size.testRuns / seconds)} rows/s`,
      raw: `${seconds.toFixed(1)} s; bare copy ${floorSeconds.toFixed(1)} s, ${Math.round(size.testRuns / floorSeconds)} rows/s; ${(seconds / floorSeconds).toFixed(1)} x the floor`,
      reached: true,
    };
  } finally {
    await connection.end();
  }
}

/** All rows once more, into tables with the same columns and keys. */
async function copyBare(connection: Connection): Promise<number> {
  const started = performance.now();
  for (const table of REFERENCE_TABLE_NAMES) {
    await connection.query(`CREATE TABLE copy_of_${table} LIKE ${table}`);
    await connection.query(`INSERT INTO copy_of_${table} SELECT * FROM ${table}`);
  }
  const seconds = (performance.now() - started) / 1000;
  for (const table of REFERENCE_TABLE_NAMES) await connection.query(`DROP TABLE copy_of_${table}`);
  return seconds;
}

/** The last line of each kind that the command said. */
function steps(stderr: string): string {
  const last = new Map(stderr.split('\n').map((line) => [line.split(' ')[0] ?? '', line]));
  return [...last.values()]
    .filter((line) => line !== '')
    .map((line) => `  ${line}`)
    .join('\n');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '@testmetrics/harness';
import { startPrivateDatabase } from '@testmetrics/private-database';
import { createConnection, type Connection } from 'mysql2/promise';
import { generateHistory } from './generate/generate-history';

const SEED = 20_261_124;
const DAYS = 365;
/** Raised when the generator makes other rows than before. */
const GENERATOR = 1;

/** A database with a made-up year. */
export interface HistoryDatabase {
  readonly rows: number;
  readonly url: string;
  readonly connection: Connection;
  readonly serverPid: number;
  readonly testRuns: number;
  /** The history ends here: "now" for what is asked of it. */
  readonly endSeconds: number;
}

export interface HistoryServer {
  readonly version: string;
  /** Generates the history, unless it is there from an earlier time. */
  open(rows: number): Promise<HistoryDatabase>;
  stop(): Promise<void>;
}

/** The server of a directory that stays. */
export async function startHistoryServer(directory: string, log: (line: string) => void): Promise<HistoryServer> {
  const server = await startPrivateDatabase({ directory, withAdmin: true, log });
  const adminUrl = server.adminUrl ?? server.ownerUrl;
  const admin = await connect(adminUrl);
  const [[row]] = (await admin.query('SELECT VERSION() AS version')) as unknown as [[{ version: string }]];
  const opened: Connection[] = [];
  return {
    version: row.version,
    async open(rows) {
      const name = `panels_${rows}`;
      const url = adminUrl.replace(/\/[^/]*$/, `/${name}`);
      const kept = readMark(directory, name);
      // Tables that came since are filled by their migrations.
      if (kept?.generator === GENERATOR) await migrate(url);
      const mark = kept?.generator === GENERATOR ? kept : await generate({ admin, url, name, rows, directory, log });
      const connection = await connect(url);
      opened.push(connection);
      return { rows, url, connection, serverPid: server.pid, ...mark };
    },
    async stop() {
      for (const connection of [...opened, admin]) await connection.end();
      await server.stop();
    },
  };
}

/** Written when a history is complete. */
interface Mark {
  readonly generator: number;
  readonly testRuns: number;
  readonly endSeconds: number;
}

function readMark(directory: string, name: string): Mark | null {
  const file = join(directory, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Mark) : null;
}

interface GenerateInput {
  readonly admin: Connection;
  readonly url: string;
  readonly name: string;
  readonly rows: number;
  readonly directory: string;
  readonly log: (line: string) => void;
}

async function generate({ admin, url, name, rows, directory, log }: GenerateInput): Promise<Mark> {
  const started = performance.now();
  log(`  generating ${rows.toLocaleString('en')} test runs over ${DAYS} days`);
  // A generation that is broken off leaves no mark.
  rmSync(join(directory, `${name}.json`), { force: true });
  await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await migrate(url);
  const connection = await connect(url);
  await admin.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0');
  try {
    await connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0');
    const endSeconds = Math.floor(Date.now() / 1000);
    const size = { rows, days: DAYS, seed: SEED, endMicros: endSeconds * 1e6 };
    const onRuns = (runs: number, testRuns: number): void =>
      log(`  ${runs} runs, ${testRuns} test runs after ${seconds(started)} s`);
    const { testRuns } = await generateHistory({ connection, size, onRuns });
    await fillByMigrations(connection, url);
    await analyze(connection);
    log(`  ${testRuns} test runs in ${seconds(started)} s`);
    const mark = { generator: GENERATOR, testRuns, endSeconds };
    writeFileSync(join(directory, `${name}.json`), JSON.stringify(mark));
    return mark;
  } finally {
    await connection.end();
    await admin.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

async function migrate(url: string): Promise<void> {
  const { status, stderr } = await runCommand(['db', 'migrate'], { DATABASE_URL: url });
  if (status !== 0) throw new Error(`db migrate failed: ${stderr}`);
}

/** Migrations that fill what they make out of what is there: the generator leaves their tables and columns to them. */
const FILLING = ['20261126-31-create-metadata-days', '20261126-32-add-upload-sums', '20261126-40-create-test-timings'];

/** They may run again where they were broken off, which is what this looks like to them. */
async function fillByMigrations(connection: Connection, url: string): Promise<void> {
  await connection.query('DELETE FROM tm_migrations WHERE name IN (?)', [FILLING]);
  await migrate(url);
}

/** As the server would have done in the course of a year. */
async function analyze(connection: Connection): Promise<void> {
  const [tables] = await connection.query(
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
  );
  for (const { name } of tables as { name: string }[]) await connection.query(`ANALYZE TABLE \`${name}\``);
}

function connect(uri: string): Promise<Connection> {
  return createConnection({ uri, dateStrings: true, supportBigNumbers: true, timezone: 'Z', charset: 'UTF8MB4_BIN' });
}

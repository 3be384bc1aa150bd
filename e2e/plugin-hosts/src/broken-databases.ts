import { type DashboardStack, runCommand } from '@testmetrics/harness';
import { createConnection } from 'mysql2/promise';

/** What an administrator may get wrong, by the uid of a MySQL datasource that has it wrong. */
export interface BrokenDatabases {
  readonly urls: ReadonlyMap<string, string>;
}

const NOBODY = 'nobody_at_all';

/** May read one table, which is not enough. */
const READS_LITTLE = 'reads_little';

/** Databases beside the good one: each wrong in one way. */
export async function makeBrokenDatabases({ database }: DashboardStack): Promise<BrokenDatabases> {
  if (database.adminUrl === null) throw new Error('expected a database with an administrator');
  const { adminUrl } = database;
  const of = (name: string) => withPart(adminUrl, { pathname: `/${name}` });
  const names = ['empty', 'no_runs', 'older', 'newer'];
  await sql(adminUrl, [
    ...names.map((name) => `CREATE DATABASE ${name}`),
    `CREATE USER ${NOBODY}@'127.0.0.1' IDENTIFIED BY 'nothing'`,
    `CREATE USER ${READS_LITTLE}@'127.0.0.1' IDENTIFIED BY 'little'`,
    `GRANT SELECT ON tests TO ${READS_LITTLE}@'127.0.0.1'`,
  ]);
  for (const name of names.slice(1)) {
    const { status, stderr } = await runCommand(['db', 'migrate'], { DATABASE_URL: of(name) });
    if (status !== 0) throw new Error(`db migrate of ${name} failed: ${stderr}`);
  }
  await sql(of('older'), ['DELETE FROM tm_migrations ORDER BY name DESC LIMIT 1']);
  await sql(of('newer'), [
    "INSERT INTO tm_migrations (name, executed_at) VALUES ('29991231-01-future', UTC_TIMESTAMP(6))",
  ]);
  return {
    urls: new Map([
      ['wrong-password', withPart(database.viewerUrl, { password: 'wrong' })],
      ['no-grants', withPart(database.viewerUrl, { username: NOBODY, password: 'nothing' })],
      ['few-grants', withPart(database.viewerUrl, { username: READS_LITTLE, password: 'little' })],
      ['down', withPart(database.viewerUrl, { port: '1' })],
      ['empty', of('empty')],
      ['no-runs', of('no_runs')],
      ['older', of('older')],
      ['newer', of('newer')],
    ]),
  };
}

function withPart(url: string, parts: Partial<Record<'username' | 'password' | 'port' | 'pathname', string>>): string {
  const changed = new URL(url);
  Object.assign(changed, parts);
  return changed.href;
}

async function sql(url: string, statements: readonly string[]): Promise<void> {
  const connection = await createConnection(url);
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

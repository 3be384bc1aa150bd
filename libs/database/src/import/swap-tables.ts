import { setTimeout as sleep } from 'node:timers/promises';

import type { Session } from '../connection/session';
import { ImportError } from './import-error';
import { newTable, originalTable } from './layout';
import { REFERENCE_TABLES } from './reference-tables';

/** A waiting RENAME holds up everybody behind it, so it gives up soon and is tried again. */
const LOCK_SECONDS = 3;
const ATTEMPTS = 20;
const LOCK_WAIT_TIMEOUT = 1205;

/**
 * Puts the new tables in the place of the old ones, which keep lying under other names. One statement, so that nobody sees some of
 * each; where a server died in the middle of it, the rest is done.
 */
export async function swapTables(session: Session): Promise<void> {
  await session.execute(`SET SESSION lock_wait_timeout = ${LOCK_SECONDS}`);
  try {
    for (let attempt = 1; !(await trySwap(session)); attempt++) {
      if (attempt === ATTEMPTS) refuseBusy();
      await sleep(500);
    }
  } finally {
    await session.execute('SET SESSION lock_wait_timeout = DEFAULT');
  }
}

async function trySwap(session: Session): Promise<boolean> {
  const renames = planSwap(await tableNames(session));
  if (renames.length === 0) return true;
  try {
    await session.execute(`RENAME TABLE ${renames.join(', ')}`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'errno' in error && error.errno === LOCK_WAIT_TIMEOUT) return false;
    throw error;
  }
}

/** What is still to be renamed, given the tables that there are. */
export function planSwap(tables: ReadonlySet<string>): readonly string[] {
  return REFERENCE_TABLES.filter(({ table }) => tables.has(newTable(table))).flatMap(({ table }) => [
    ...(tables.has(table) ? [`${table} TO ${originalTable(table)}`] : []),
    `${newTable(table)} TO ${table}`,
  ]);
}

async function tableNames(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.rows<{ name: string }>(
    'SELECT TABLES.TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLES.TABLE_SCHEMA = DATABASE()',
  );
  return new Set(rows.map(({ name }) => name));
}

function refuseBusy(): never {
  throw new ImportError('import_tables_busy', 'All rows are copied, but the old tables are in use all the time.', {
    expected: `a moment without a transaction on them within ${ATTEMPTS * LOCK_SECONDS} s`,
    found: 'that somebody always had one',
    action:
      'stop what reads or writes the database (SHOW PROCESSLIST), then run the import again: it goes on from here',
  });
}

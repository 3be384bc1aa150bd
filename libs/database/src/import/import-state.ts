import type { Session } from '../connection/session';

/**
 * `fetch`: rows of another database come in. `copy`: rows are taken over, a few runs at a time. `settle`: the new tables are in
 * place, facts of the runs follow. `rollup`: then the sums. `done`: nothing is left to do.
 */
export type ImportPhase = 'fetch' | 'copy' | 'settle' | 'rollup' | 'done';

/** How far an import is; kept in the database, so that it goes on where it was broken off. */
export interface ImportState {
  readonly phase: ImportPhase;
  /** Address of the other database without user and password; '' = this one was taken over in place. */
  readonly source: string;
  /** Runs up to this number of the source are taken over. */
  readonly afterRunId: number;
  /** What is added to numbers of test runs, so that they are free in our tables. */
  readonly testRunOffset: number;
  /** Of the source, when the import began: rows with higher numbers came meanwhile. */
  readonly firstTestRunId: number;
  /** 1 = this source was imported before: what its counters had beyond its rows is in ours already. */
  readonly repeated: number;
  /** What was done, as JSON; `null` = not done yet. */
  readonly summary: string | null;
}

const COLUMNS: Readonly<Record<keyof ImportState, string>> = {
  phase: 'phase',
  source: 'source',
  afterRunId: 'after_run_id',
  testRunOffset: 'test_run_offset',
  firstTestRunId: 'first_test_run_id',
  repeated: 'repeated',
  summary: 'summary',
};

/** Made by the first import, and no part of the schema. */
const CREATE = `CREATE TABLE IF NOT EXISTS tm_import (
  id TINYINT NOT NULL PRIMARY KEY, phase VARCHAR(16) NOT NULL, source VARCHAR(512) NOT NULL, after_run_id BIGINT NOT NULL,
  test_run_offset BIGINT NOT NULL, first_test_run_id BIGINT NOT NULL, repeated TINYINT NOT NULL, summary TEXT NULL) ENGINE=InnoDB`;

export async function readImportState(session: Session): Promise<ImportState | null> {
  const tables = await session.arrays(
    "SELECT 1 FROM information_schema.TABLES WHERE TABLES.TABLE_SCHEMA = DATABASE() AND TABLES.TABLE_NAME = 'tm_import'",
  );
  if (tables.length === 0) return null;
  const columns = Object.entries(COLUMNS).map(([name, column]) => `tm_import.${column} AS ${name}`);
  const [state] = await session.rows<ImportState>(`SELECT ${columns.join(', ')} FROM tm_import WHERE tm_import.id = 1`);
  return state === undefined ? null : { ...state };
}

export async function beginImport(session: Session, state: ImportState): Promise<void> {
  await session.execute(CREATE);
  await session.execute(`INSERT INTO tm_import (id, ${Object.values(COLUMNS).join(', ')}) VALUES (1, ?)`, [
    Object.keys(COLUMNS).map((name) => state[name as keyof ImportState]),
  ]);
}

export async function advanceImport(session: Session, change: Partial<ImportState>): Promise<void> {
  for (const [name, value] of Object.entries(change)) {
    await session.execute(
      `UPDATE tm_import SET tm_import.${COLUMNS[name as keyof ImportState]} = ? WHERE tm_import.id = 1`,
      [value],
    );
  }
}

export async function forgetImport(session: Session): Promise<void> {
  await session.execute('DELETE FROM tm_import');
}

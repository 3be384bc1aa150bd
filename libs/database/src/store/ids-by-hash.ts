import type { Session } from '../connection/session';
import { bulkInsert } from '../sql/bulk-insert';
import { chunks, IN_LIST_LENGTH } from '../sql/chunks';

/** A table whose rows are found by a 16-byte hash and are never deleted. */
export interface HashedTable {
  readonly table: string;
  readonly hashColumn: string;
}

/** Finds the ids of the hashes that have rows, and puts them into `into`. */
export async function findIdsByHash(
  session: Session,
  { table, hashColumn }: HashedTable,
  hashes: readonly string[],
  into: Map<string, number>,
): Promise<void> {
  for (const chunk of chunks(hashes, IN_LIST_LENGTH)) {
    const list = chunk.map((hash) => `x'${hash}'`).join();
    const rows = await session.arrays(
      `SELECT LOWER(HEX(${hashColumn})), id FROM ${table} WHERE ${hashColumn} IN (${list})`,
    );
    for (const [hash, id] of rows) into.set(String(hash), Number(id));
  }
}

export interface NewRows extends HashedTable {
  /** `tests (test_id, run_count)` */
  readonly columns: string;
  /** Hash to the row's values in parentheses. */
  readonly rows: ReadonlyMap<string, string>;
  readonly statementBytes: number;
}

/**
 * Inserts rows that may meanwhile have been inserted by others, and finds the ids of all of them. Outside any transaction, so
 * that nobody waits for a whole upload; sorted, so that two uploads of the same new names do not lock each other crosswise.
 */
export async function insertAndFindIds(session: Session, rows: NewRows, into: Map<string, number>): Promise<void> {
  const hashes = [...rows.rows.keys()].sort();
  await bulkInsert(
    session,
    { into: rows.columns, suffix: 'ON DUPLICATE KEY UPDATE id = id', statementBytes: rows.statementBytes },
    hashes.map((hash) => rows.rows.get(hash) ?? ''),
  );
  await findIdsByHash(session, rows, hashes, into);
}

import type { Session } from '../connection/session';
import { isDuplicateKey } from '../errors/classify-error';
import { chunks, chunksOfBytes, IN_LIST_LENGTH } from '../sql/chunks';

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
  const bytes = (hash: string): number => rows.rows.get(hash)?.length ?? 0;
  for (const chunk of chunksOfBytes(hashes, bytes, rows.statementBytes)) await insertChunk(session, rows, chunk, into);
}

/** Nearly always nobody else knows the names yet: then the plain statement goes through, and its ids can be counted. */
async function insertChunk(
  session: Session,
  table: NewRows,
  hashes: readonly string[],
  into: Map<string, number>,
): Promise<void> {
  const values = hashes.map((hash) => table.rows.get(hash) ?? '').join(',\n');
  const insert = `INSERT INTO ${table.columns} VALUES\n${values}`;
  try {
    const { insertId } = await session.execute(insert);
    if (await countIds(session, table, { hashes, firstId: insertId }, into)) return;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await session.execute(`${insert}\nON DUPLICATE KEY UPDATE id = id`);
  }
  await findIdsByHash(session, table, hashes, into);
}

/**
 * The ids of one statement's rows rise by at least the server's increment from row to row: where the last row has the id
 * that the smallest steps give, all have. False where they cannot be counted, as in a cluster whose increment just changed.
 */
async function countIds(
  session: Session,
  { table, hashColumn }: HashedTable,
  { hashes, firstId }: { readonly hashes: readonly string[]; readonly firstId: number },
  into: Map<string, number>,
): Promise<boolean> {
  const [row] = await session.arrays(
    `SELECT id, @@SESSION.auto_increment_increment FROM ${table} WHERE ${hashColumn} = x'${hashes.at(-1) ?? ''}'`,
  );
  const [lastId, step] = (row ?? []).map(Number);
  if (step === undefined || lastId !== firstId + (hashes.length - 1) * step) return false;
  for (const [index, hash] of hashes.entries()) into.set(hash, firstId + index * step);
  return true;
}

import type { Session } from '../connection/session';
import { IdCache } from '../sql/id-cache';
import { nameHash } from '../sql/name-hash';

export type DimensionTable = 'tm_jobs' | 'tm_projects' | 'tm_branches' | 'tm_queues' | 'tm_commits';

/** Row 1 of every dimension is '' = none. */
export const NO_NAME_ID = 1;

const CACHED_NAMES = 10_000;

/** Gives the keys of a dimension's names, and makes rows for new ones. Rows are never deleted, so keys may be remembered. */
export class Dimension {
  readonly #table: DimensionTable;
  readonly #ids = new IdCache(CACHED_NAMES);

  constructor(table: DimensionTable) {
    this.#table = table;
  }

  async idOf(session: Session, name: string): Promise<number> {
    if (name === '') return NO_NAME_ID;
    const hash = nameHash(name);
    const known = this.#ids.get(hash) ?? (await this.#find(session, hash)) ?? (await this.#insert(session, name, hash));
    this.#ids.set(hash, known);
    return known;
  }

  async #find(session: Session, hash: string): Promise<number | undefined> {
    const [row] = await session.arrays(`SELECT id FROM ${this.#table} WHERE name_hash = x'${hash}'`);
    return row === undefined ? undefined : Number(row[0]);
  }

  /** Another upload may insert the same name at the same moment: then its row is found. */
  async #insert(session: Session, name: string, hash: string): Promise<number> {
    await session.execute(`INSERT INTO ${this.#table} (name) VALUES (?) ON DUPLICATE KEY UPDATE id = id`, [name]);
    const id = await this.#find(session, hash);
    if (id === undefined) throw new Error(`${this.#table} has no row for a name that was just inserted.`);
    return id;
  }
}

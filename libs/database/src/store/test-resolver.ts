import type { Session } from '../connection/session';
import { LruCache } from '../sql/lru-cache';
import { nameHash } from '../sql/name-hash';
import { textLiteral } from '../sql/text-literal';
import { chooseTestNames, type NameCandidates } from './choose-test-names';
import { findIdsByHash, insertAndFindIds } from './ids-by-hash';

const TABLE = { table: 'tests', hashColumn: 'tm_test_id_hash' } as const;

export interface TestResolverOptions {
  readonly statementBytes: number;
  /** Names whose keys are remembered. */
  readonly cachedTests: number;
}

export interface ResolvedTest {
  readonly testKey: number;
  /** The stored name is the full id, so the brackets are not attributes. */
  readonly isFullId: boolean;
}

/** Gives the keys of tests, and makes rows for new ones. Rows of tests are never deleted, so keys may be remembered. */
export class TestResolver {
  readonly #keys: LruCache<string, number>;
  readonly #statementBytes: number;

  constructor(options: TestResolverOptions) {
    this.#keys = new LruCache(options.cachedTests);
    this.#statementBytes = options.statementBytes;
  }

  /** The keys of all tests, in their order. */
  async resolve(session: Session, tests: readonly NameCandidates[]): Promise<readonly ResolvedTest[]> {
    const keys = new Map<string, number>();
    const names = await this.#chooseNames(session, tests, keys);
    const hashes = names.map(nameHash);
    await this.#findOrInsert(session, names, hashes, keys);
    return hashes.map((hash, index) => {
      const testKey = keys.get(hash);
      if (testKey === undefined) throw new Error('tests has no row for a name that was just inserted.');
      return { testKey, isFullId: names[index] === tests[index]?.fullId };
    });
  }

  /** The other half of the identity rule: is the full id a test already? That it is not must not be remembered. */
  async #chooseNames(
    session: Session,
    tests: readonly NameCandidates[],
    keys: Map<string, number>,
  ): Promise<readonly string[]> {
    const hashes = new Map<string, string>();
    for (const { name, fullId } of tests) if (name !== fullId) hashes.set(fullId, nameHash(fullId));
    await this.#find(session, [...hashes.values()], keys);
    return chooseTestNames(tests, (fullId) => keys.has(hashes.get(fullId) ?? ''));
  }

  async #findOrInsert(
    session: Session,
    names: readonly string[],
    hashes: readonly string[],
    keys: Map<string, number>,
  ): Promise<void> {
    await this.#find(session, hashes, keys);
    const rows = new Map<string, string>();
    for (const [index, hash] of hashes.entries()) {
      if (!keys.has(hash)) rows.set(hash, `(${textLiteral(names[index] ?? '')},0,0,0)`);
    }
    if (rows.size === 0) return;
    const columns = 'tests (test_id, run_count, success, failure)';
    const found = new Map<string, number>();
    await insertAndFindIds(session, { ...TABLE, columns, rows, statementBytes: this.#statementBytes }, found);
    this.#remember(found, keys);
  }

  async #find(session: Session, hashes: readonly string[], keys: Map<string, number>): Promise<void> {
    const unknown: string[] = [];
    for (const hash of hashes) {
      if (keys.has(hash)) continue;
      const known = this.#keys.get(hash);
      if (known === undefined) unknown.push(hash);
      else keys.set(hash, known);
    }
    const found = new Map<string, number>();
    await findIdsByHash(session, TABLE, unknown, found);
    this.#remember(found, keys);
  }

  #remember(found: ReadonlyMap<string, number>, keys: Map<string, number>): void {
    for (const [hash, key] of found) {
      keys.set(hash, key);
      this.#keys.set(hash, key);
    }
  }
}

import type { Session } from '../connection/session';
import { LruCache } from '../sql/lru-cache';
import { nameHash } from '../sql/name-hash';
import { textLiteral } from '../sql/text-literal';
import { slices } from '../sql/chunks';
import { chooseTestNames, type NameCandidates } from './choose-test-names';
import { findIdsByHash, insertAndFindIds } from './ids-by-hash';

/** Tests looked up at a time. */
const SLICE_TESTS = 5_000;

/** A list that may make its items when they are asked for. */
type NameList = Iterable<NameCandidates> & { readonly length: number };

const TABLE = { table: 'tests', hashColumn: 'tm_test_id_hash' } as const;

export interface TestResolverOptions {
  readonly statementBytes: number;
  /** Names whose keys are remembered. */
  readonly cachedTests: number;
}

/** The keys of a run's tests, by position, in a few bytes each. */
export interface ResolvedTests {
  readonly testKeys: Float64Array;
  /** 1: the stored name is the full id, so the brackets are not attributes. */
  readonly isFullId: Uint8Array;
}

/** Gives the keys of tests, and makes rows for new ones. Rows of tests are never deleted, so keys may be remembered. */
export class TestResolver {
  readonly #keys: LruCache<string, number>;
  readonly #statementBytes: number;

  constructor(options: TestResolverOptions) {
    this.#keys = new LruCache(options.cachedTests);
    this.#statementBytes = options.statementBytes;
  }

  /** The keys of all tests, in their order; a slice of the run at a time, so that memory does not grow with it. */
  async resolve(session: Session, tests: NameList): Promise<ResolvedTests> {
    const isFullId = await this.#chooseNames(session, tests);
    const testKeys = new Float64Array(tests.length);
    for (const slice of slices(tests, SLICE_TESTS)) {
      const names = slice.items.map(({ name, fullId }, index) => (isFullId[slice.start + index] === 1 ? fullId : name));
      testKeys.set(await this.#keysOf(session, names), slice.start);
    }
    return { testKeys, isFullId };
  }

  /** The other half of the identity rule: is the full id a test already? That it is not must not be remembered. */
  async #chooseNames(session: Session, tests: NameList): Promise<Uint8Array> {
    const isFullId = new Uint8Array(tests.length);
    let hasChanged = false;
    for (const slice of slices(tests, SLICE_TESTS)) {
      const hashes = slice.items.map(({ name, fullId }) => (name === fullId ? null : nameHash(fullId)));
      const keys = new Map<string, number>();
      await this.#find(
        session,
        hashes.filter((hash) => hash !== null),
        keys,
      );
      for (const [index, hash] of hashes.entries()) {
        if (hash !== null && !keys.has(hash)) continue;
        isFullId[slice.start + index] = 1;
        hasChanged ||= hash !== null;
      }
    }
    if (hasChanged) settleNames(tests, isFullId);
    return isFullId;
  }

  async #keysOf(session: Session, names: readonly string[]): Promise<readonly number[]> {
    const keys = new Map<string, number>();
    const hashes = names.map(nameHash);
    await this.#find(session, hashes, keys);
    const rows = new Map<string, string>();
    for (const [index, hash] of hashes.entries()) {
      if (!keys.has(hash)) rows.set(hash, `(${textLiteral(names[index] ?? '')},0,0,0)`);
    }
    if (rows.size > 0) await this.#insert(session, rows, keys);
    return hashes.map((hash) => {
      const key = keys.get(hash);
      if (key === undefined) throw new Error('tests has no row for a name that was just inserted.');
      return key;
    });
  }

  async #insert(session: Session, rows: ReadonlyMap<string, string>, keys: Map<string, number>): Promise<void> {
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

/** Where an id went back to its full form, others may have to as well. */
function settleNames(tests: NameList, isFullId: Uint8Array): void {
  const candidates = [...tests];
  const chosen = chooseTestNames(candidates, (_fullId, index) => isFullId[index] === 1);
  for (const [index, { fullId }] of candidates.entries()) isFullId[index] = chosen[index] === fullId ? 1 : 0;
}

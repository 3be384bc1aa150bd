import type { Session } from '../connection/session';
import { overlappedBy } from '../sql/overlapped';
import { IdCache } from '../sql/id-cache';
import { nameHash } from '../sql/name-hash';
import { textLiteral } from '../sql/text-literal';
import { slices, type Slice } from '../sql/chunks';
import { chooseTestNames, type NameCandidates } from './choose-test-names';
import { findIdsByHash, insertAndFindIds } from './ids-by-hash';

/** Tests looked up at a time: few enough that what is made for them is gone before the garbage collector moves it. */
const SLICE_TESTS = 1_000;

/** A list that may make its items when they are asked for. */
type NameList = Iterable<NameCandidates> & { readonly length: number };

const TABLE = { table: 'tests', hashColumn: 'tm_test_id_hash' } as const;
const COLUMNS = 'tests (test_id, run_count, success, failure)';

export interface TestResolverOptions {
  readonly statementBytes: number;
  /** Names whose keys are remembered. */
  readonly cachedTests: number;
}

/** The keys of a run's tests, by position, in a few bytes each. */
export interface ResolvedTests {
  /** 0 = the test has no row yet. */
  readonly testKeys: Float64Array;
  /** 1: the stored name is the full id, so the brackets are not attributes. */
  readonly isFullId: Uint8Array;
}

/** Gives the keys of tests, and makes rows for new ones. Rows of tests are never deleted, so keys may be remembered. */
export class TestResolver {
  readonly #keys: IdCache;
  readonly #statementBytes: number;

  constructor(options: TestResolverOptions) {
    this.#keys = new IdCache(options.cachedTests);
    this.#statementBytes = options.statementBytes;
  }

  /** Names of all tests, and the keys of those that have rows; a slice of the run at a time, so that memory does not grow with it. */
  async find(sessions: readonly [Session, ...Session[]], tests: NameList): Promise<ResolvedTests> {
    const found = new FoundKeys(tests.length);
    await overlappedBy(sessions, slices(tests, SLICE_TESTS), (session, slice) =>
      this.#findSlice(session, slice, found),
    );
    const { byName, byFullId, isFullId } = found;
    if (found.hasOldFullIds) settleNames(tests, isFullId);
    return { testKeys: byName.map((key, index) => (isFullId[index] === 1 ? (byFullId[index] ?? 0) : key)), isFullId };
  }

  /** Makes rows for the tests of a slice that have none. */
  async insertMissing(session: Session, { start, items }: Slice<NameCandidates>, tests: ResolvedTests): Promise<void> {
    const { testKeys, isFullId } = tests;
    const hashes = new Map<number, string>();
    const rows = new Map<string, string>();
    for (const [index, { name, fullId }] of items.entries()) {
      const position = start + index;
      if (testKeys[position] !== 0) continue;
      const stored = isFullId[position] === 1 ? fullId : name;
      const hash = nameHash(stored);
      hashes.set(position, hash);
      rows.set(hash, `(${textLiteral(stored)},0,0,0)`);
    }
    if (rows.size === 0) return;
    const keys = new Map<string, number>();
    await insertAndFindIds(session, { ...TABLE, columns: COLUMNS, rows, statementBytes: this.#statementBytes }, keys);
    for (const [hash, key] of keys) this.#keys.set(hash, key);
    for (const [position, hash] of hashes) testKeys[position] = insertedKey(keys, hash);
  }

  /** Both halves of the identity rule in one question: the name's key, and that of the full id if it is a test already. */
  async #findSlice(session: Session, { start, items }: Slice<NameCandidates>, found: FoundKeys): Promise<void> {
    const names = items.map(({ name }) => nameHash(name));
    const fullIds = items.map(({ name, fullId }, index) => (name === fullId ? (names[index] ?? '') : nameHash(fullId)));
    const keys = await this.#lookUp(session, new Set([...names, ...fullIds]));
    for (const [index, { name, fullId }] of items.entries()) {
      const isWhole = name === fullId;
      found.set(start + index, { isWhole, name: keys.get(names[index] ?? ''), fullId: keys.get(fullIds[index] ?? '') });
    }
  }

  /** That a name is no test must not be remembered: another process may make it one. */
  async #lookUp(session: Session, hashes: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
    const keys = new Map<string, number>();
    const unknown: string[] = [];
    for (const hash of hashes) {
      const known = this.#keys.get(hash);
      if (known === undefined) unknown.push(hash);
      else keys.set(hash, known);
    }
    const found = new Map<string, number>();
    await findIdsByHash(session, TABLE, unknown, found);
    for (const [hash, key] of found) {
      keys.set(hash, key);
      this.#keys.set(hash, key);
    }
    return keys;
  }
}

/** What the database knows of each test, by position; 0 = no such test. */
class FoundKeys {
  readonly byName: Float64Array;
  readonly byFullId: Float64Array;
  readonly isFullId: Uint8Array;
  /** Some id goes by its full form because it always did. */
  hasOldFullIds = false;

  constructor(tests: number) {
    this.byName = new Float64Array(tests);
    this.byFullId = new Float64Array(tests);
    this.isFullId = new Uint8Array(tests);
  }

  set(position: number, test: { isWhole: boolean; name: number | undefined; fullId: number | undefined }): void {
    const isOldFullId = !test.isWhole && test.fullId !== undefined;
    this.byName[position] = test.name ?? 0;
    this.byFullId[position] = test.fullId ?? 0;
    this.isFullId[position] = test.isWhole || isOldFullId ? 1 : 0;
    this.hasOldFullIds ||= isOldFullId;
  }
}

/** Where an id goes by its full form, others may have to as well. */
function settleNames(tests: NameList, isFullId: Uint8Array): void {
  const candidates = [...tests];
  const chosen = chooseTestNames(candidates, (_fullId, index) => isFullId[index] === 1);
  for (const [index, { fullId }] of candidates.entries()) isFullId[index] = chosen[index] === fullId ? 1 : 0;
}

function insertedKey(keys: ReadonlyMap<string, number>, hash: string): number {
  const key = keys.get(hash);
  if (key === undefined) throw new Error('tests has no row for a name that was just inserted.');
  return key;
}

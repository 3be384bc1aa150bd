import type { LabelSet } from '@testmetrics/domain';

import type { Session } from '../connection/session';
import { IdCache } from '../sql/id-cache';
import { findIdsByHash, insertAndFindIds } from './ids-by-hash';
import { labelSetHash, labelSetRow } from './label-set-key';

const TABLE = { table: 'tm_label_sets', hashColumn: 'label_hash' } as const;

export interface LabelSetResolverOptions {
  readonly statementBytes: number;
  /** Sets whose keys are remembered. */
  readonly cachedSets: number;
}

/** Gives the keys of label sets, and makes rows for new ones. */
export class LabelSetResolver {
  readonly #ids: IdCache;
  readonly #statementBytes: number;

  constructor({ statementBytes, cachedSets }: LabelSetResolverOptions) {
    this.#ids = new IdCache(cachedSets);
    this.#statementBytes = statementBytes;
  }

  /** The ids of all sets, in their order; `null` stays `null`. */
  async resolve(session: Session, sets: readonly (LabelSet | null)[]): Promise<readonly (number | null)[]> {
    const hashes = hashAll(sets);
    const wanted = new Map<string, LabelSet>();
    const ids = new Map<string, number>();
    for (const [index, hash] of hashes.entries()) {
      const set = sets[index];
      if (hash === null || set === undefined || set === null || ids.has(hash)) continue;
      const known = this.#ids.get(hash);
      if (known === undefined) wanted.set(hash, set);
      else ids.set(hash, known);
    }
    await this.#findOrInsert(session, wanted, ids);
    return hashes.map((hash) => (hash === null ? null : (ids.get(hash) ?? null)));
  }

  async #findOrInsert(session: Session, wanted: Map<string, LabelSet>, ids: Map<string, number>): Promise<void> {
    if (wanted.size === 0) return;
    await findIdsByHash(session, TABLE, [...wanted.keys()], ids);
    const missing = [...wanted].filter(([hash]) => !ids.has(hash));
    if (missing.length > 0) {
      const rows = new Map(missing.map(([hash, set]) => [hash, labelSetRow(set, hash)]));
      const columns = 'tm_label_sets (label_hash, attrs, tags, tags_json, route_code)';
      await insertAndFindIds(session, { ...TABLE, columns, rows, statementBytes: this.#statementBytes }, ids);
    }
    for (const hash of wanted.keys()) {
      const id = ids.get(hash);
      if (id === undefined) throw new Error('tm_label_sets has no row for a set that was just inserted.');
      this.#ids.set(hash, id);
    }
  }
}

/** The same set object mostly serves many attempts of a run, so its hash is made once. */
function hashAll(sets: readonly (LabelSet | null)[]): readonly (string | null)[] {
  const seen = new Map<LabelSet, string>();
  return sets.map((set) => {
    if (set === null) return null;
    const known = seen.get(set);
    if (known !== undefined) return known;
    const hash = labelSetHash(set);
    seen.set(set, hash);
    return hash;
  });
}

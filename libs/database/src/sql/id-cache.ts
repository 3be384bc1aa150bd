const WORDS = 4;
const DIGITS_PER_WORD = 8;

/**
 * Remembers the ids of rows by the hexadecimal text of a 16-byte hash (`nameHash`), and forgets those that were not asked for
 * lately: it holds the latest half of its capacity for certain, and never more than all of it.
 *
 * Two generations instead of one order of use: an order would have to change at every look-up, which costs an upload of known
 * tests more than all its other look-ups.
 *
 * Numbers in typed arrays: a map of texts would hold three times the memory, and the garbage collector would copy what an upload
 * of new tests adds to it.
 */
export class IdCache {
  readonly #generation: number;
  #young: IdTable;
  #old: IdTable;

  constructor(capacity: number) {
    this.#generation = Math.max(1, Math.floor(capacity / 2));
    this.#young = new IdTable(this.#generation);
    this.#old = new IdTable(this.#generation);
  }

  get(hash: string): number | undefined {
    const place = wordsOf(hash);
    const young = this.#young.get(place);
    if (young !== 0) return young;
    const old = this.#old.get(place);
    if (old === 0) return undefined;
    this.#set(place, old);
    return old;
  }

  /** @param id - At least 1. */
  set(hash: string, id: number): void {
    this.#set(wordsOf(hash), id);
  }

  #set(place: Uint32Array, id: number): void {
    if (this.#young.size >= this.#generation && this.#young.get(place) === 0) {
      const emptied = this.#old;
      emptied.clear();
      this.#old = this.#young;
      this.#young = emptied;
    }
    this.#young.set(place, id);
  }
}

/** Open addressing, never more than half full. */
class IdTable {
  size = 0;
  readonly #mask: number;
  readonly #words: Uint32Array;
  /** 0 = a free slot. */
  readonly #ids: Float64Array;

  constructor(entries: number) {
    const slots = 2 ** Math.ceil(Math.log2(entries * 2));
    this.#mask = slots - 1;
    this.#words = new Uint32Array(slots * WORDS);
    this.#ids = new Float64Array(slots);
  }

  /** 0 = not there. */
  get(place: Uint32Array): number {
    return this.#ids[this.#slotOf(place)] ?? 0;
  }

  set(place: Uint32Array, id: number): void {
    const slot = this.#slotOf(place);
    if (this.#ids[slot] === 0) {
      this.size += 1;
      this.#words.set(place, slot * WORDS);
    }
    this.#ids[slot] = id;
  }

  clear(): void {
    this.size = 0;
    this.#ids.fill(0);
  }

  /** Where it is, or else belongs; any part of a hash is as evenly spread as the whole. */
  #slotOf(place: Uint32Array): number {
    let slot = (place[0] ?? 0) & this.#mask;
    while (this.#ids[slot] !== 0 && !this.#isAt(slot, place)) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #isAt(slot: number, place: Uint32Array): boolean {
    const words = this.#words;
    const at = slot * WORDS;
    return (
      words[at] === place[0] && words[at + 1] === place[1] && words[at + 2] === place[2] && words[at + 3] === place[3]
    );
  }
}

/** Used again at every call: a look-up leaves nothing for the garbage collector. */
const scratch = new Uint32Array(WORDS);

function wordsOf(hash: string): Uint32Array {
  for (let word = 0; word < WORDS; word++) {
    let value = 0;
    for (let digit = 0; digit < DIGITS_PER_WORD; digit++) {
      const code = hash.charCodeAt(word * DIGITS_PER_WORD + digit);
      // 0-9 are 0x30 on, a-f 0x61 on.
      value = (value << 4) | ((code & 0xf) + (code >> 6) * 9);
    }
    scratch[word] = value;
  }
  return scratch;
}

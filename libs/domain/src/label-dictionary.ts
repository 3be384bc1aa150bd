import type { LabelSet } from './run-to-store';

export interface Labels {
  readonly tags: readonly string[];
  readonly routeCode: string | null;
}

const NOTHING: Labels = { tags: [], routeCode: null };

/** Numbers the combinations of tags and route code of a run: usually one a worker. 0 = nothing to say. */
export class LabelDictionary {
  private readonly numbers = new Map<string, number>();
  /** Of those that are one tag and no route, as a parallel runner gives them: found without making a key. */
  private readonly singles = new Map<string, number>();
  private readonly entries: Labels[] = [NOTHING];
  private readonly stored: (LabelSet | null)[] = [null];
  private latest = 0;
  private text = 0;

  /** Characters held. */
  get characters(): number {
    return this.text;
  }

  numberOf(tags: readonly string[], routeCode: string | null): number {
    if (tags.length === 0 && routeCode === null) return 0;
    if (isSame(this.entries[this.latest] ?? NOTHING, tags, routeCode)) return this.latest;
    const single = tags.length === 1 && routeCode === null ? tags[0] : undefined;
    this.latest = (single === undefined ? undefined : this.singles.get(single)) ?? this.find(tags, routeCode);
    if (single !== undefined) this.singles.set(single, this.latest);
    return this.latest;
  }

  /** The label set of an entry with these attributes; the same object for the same entry without attributes. */
  labelSet(number: number, attrs: string | null): LabelSet | null {
    const { tags, routeCode } = this.entries[number] ?? NOTHING;
    if (attrs !== null) return { attrs, tags, routeCode };
    const known = this.stored[number];
    if (known !== undefined) return known;
    const made: LabelSet = { attrs: null, tags, routeCode };
    this.stored[number] = made;
    return made;
  }

  private find(tags: readonly string[], routeCode: string | null): number {
    const key = `${routeCode === null ? '' : `=${routeCode}`}\0${tags.join('\0')}\0${tags.length}`;
    return this.numbers.get(key) ?? this.add(key, { tags, routeCode });
  }

  private add(key: string, labels: Labels): number {
    const number = this.entries.push(labels) - 1;
    this.numbers.set(key, number);
    this.text += 2 * key.length;
    return number;
  }
}

function isSame(labels: Labels, tags: readonly string[], routeCode: string | null): boolean {
  if (labels.routeCode !== routeCode || labels.tags.length !== tags.length) return false;
  return tags.every((tag, index) => tag === labels.tags[index]);
}

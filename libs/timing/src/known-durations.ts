import { classOf, withoutBrackets } from './test-class';
import { byId, type TestDuration } from './test-duration';
import { medianOf } from './statistic';

/** How the duration of a test was found. */
export type FoundBy = 'itself' | 'parts' | 'siblings' | 'class' | 'all' | 'nothing';

export interface Estimate extends TestDuration {
  readonly foundBy: FoundBy;
}

/** What may stand between the name of a file, class or function and the rest of the ids of its tests. */
const SEPARATOR = /^(::|[./#:([ ])/;

/** Behind every text that begins as the one before it. */
const LAST_CHARACTER = '\uffff';

/**
 * Durations by id, for ids as runners list them: also those of tests that nobody has run yet, of files or classes whose
 * tests are known, and pytest's node ids of tests that its JUnit report calls otherwise.
 */
export class KnownDurations {
  private readonly sorted: readonly TestDuration[];
  private readonly byFullId: ReadonlyMap<string, number>;
  private readonly byName: ReadonlyMap<string, readonly number[]>;
  private readonly medians: ReadonlyMap<string, number>;
  private readonly median: number | null;

  constructor(durations: readonly TestDuration[]) {
    this.sorted = [...durations].sort(byId);
    this.byFullId = new Map(durations.map(({ id, micros }) => [id, micros]));
    this.byName = grouped(durations, withoutBrackets);
    const classes = [...grouped(durations, classOf)].filter(([name]) => name !== '');
    this.medians = new Map(classes.map(([name, micros]) => [name, medianOf(micros)]));
    this.median = durations.length === 0 ? null : medianOf(durations.map(({ micros }) => micros));
  }

  estimate(id: string): Estimate {
    const names = [id, ...dottedForm(id)];
    for (const name of names) {
      const found = this.find(name);
      if (found !== null) return { id, ...found };
    }
    for (const name of names) {
      const micros = this.medians.get(classOf(name));
      if (micros !== undefined) return { id, micros, foundBy: 'class' };
    }
    return this.median === null ? { id, micros: 0, foundBy: 'nothing' } : { id, micros: this.median, foundBy: 'all' };
  }

  private find(id: string): Omit<Estimate, 'id'> | null {
    const own = this.byFullId.get(id);
    if (own !== undefined) return { micros: own, foundBy: 'itself' };
    const name = withoutBrackets(id);
    const siblings = this.byName.get(name);
    // With other attributes than before it is the same test; with other parameters it is like the others.
    if (siblings?.length === 1) return { micros: siblings[0] ?? 0, foundBy: 'itself' };
    if (siblings !== undefined && name !== id) return { micros: medianOf(siblings), foundBy: 'siblings' };
    const parts = this.sumBelow(id);
    return parts === null ? null : { micros: parts, foundBy: 'parts' };
  }

  /** Of all tests whose ids go on where this one ends: a file's, a class's, a function's with its parameters. */
  private sumBelow(id: string): number | null {
    let sum: number | null = null;
    for (let at = this.firstNotBefore(id); at < this.sorted.length; at++) {
      const known = this.sorted[at];
      if (known === undefined || known.id >= id + LAST_CHARACTER) break;
      if (SEPARATOR.test(known.id.slice(id.length, id.length + 2))) sum = (sum ?? 0) + known.micros;
    }
    return sum;
  }

  private firstNotBefore(id: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle]?.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function grouped(
  durations: readonly TestDuration[],
  nameOf: (id: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const { id, micros } of durations) {
    const name = nameOf(id);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [micros]);
    else group.push(micros);
  }
  return groups;
}

/** `tests/test_a.py::C::test_b[1]` is `tests.test_a.C.test_b[1]` in pytest's JUnit report; a file is its module. */
function dottedForm(id: string): readonly string[] {
  const match = /^([^:]+)\.py(?:::(.*))?$/s.exec(id);
  if (match === null) return [];
  const module = (match[1] ?? '').replaceAll('/', '.');
  const rest = match[2];
  if (rest === undefined) return [module];
  const brackets = rest.indexOf('[');
  const [path, parameters] = brackets < 0 ? [rest, ''] : [rest.slice(0, brackets), rest.slice(brackets)];
  return [`${module}.${path.replaceAll('::', '.')}${parameters}`];
}

/** Names are looked at up to here; what follows belongs to the last part. */
const MAX_SCANNED = 2048;
const OPENING = '([{<"\'';
const MAX_DEPTH = 5;

/** How a name is shown in its row. Lengths count from the name's start. */
export interface NameLabel {
  /** Characters not repeated: they stand in the row above, or above the whole grid. */
  readonly hidden: number;
  /** Where the last part begins; what lies between is the path to it. */
  readonly leaf: number;
  /** How many parts are shared with the row above, at most 5. */
  readonly depth: number;
}

/**
 * Where the parts of a test's name begin: after `.`, `/`, `:`, `>` and `›`, as Python, Go, Rust and JavaScript name
 * tests. Brackets and quotation marks end the search, for what they hold are parameters, not a path.
 */
export function partStarts(name: string): readonly number[] {
  const starts: number[] = [];
  const end = Math.min(name.length, MAX_SCANNED);
  for (let at = 0; at < end; at++) {
    const character = name.charAt(at);
    if (OPENING.includes(character)) break;
    if (!isSeparator(character)) continue;
    let next = at + 1;
    while (next < end && (isSeparator(name.charAt(next)) || name.charAt(next) === ' ')) next++;
    if (next < name.length && at > 0) starts.push(next);
    at = next - 1;
  }
  return starts;
}

function isSeparator(character: string): boolean {
  return character === '.' || character === '/' || character === ':' || character === '>' || character === '›';
}

/** How many characters of whole parts two names share from their start. */
export function sharedLength(a: string, b: string, starts: readonly number[]): number {
  const same = commonLength(a, b);
  let shared = 0;
  for (const start of starts) {
    if (start > same) break;
    shared = start;
  }
  return shared;
}

function commonLength(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** What all names begin with, in whole parts; nothing where there is one name only. */
export function commonPrefix(names: readonly string[]): string {
  const [first, ...others] = names;
  if (first === undefined || others.length === 0) return '';
  const starts = partStarts(first);
  let shared = first.length;
  for (const other of others) {
    if (shared === 0) break;
    shared = Math.min(shared, sharedLength(first, other, starts));
  }
  return shared === first.length ? '' : first.slice(0, shared);
}

/** How to show a name below the one above it, where `common` characters stand above the whole grid. */
export function labelName(name: string, above: string | null, common: number): NameLabel {
  const starts = partStarts(name);
  const leaf = starts[starts.length - 1] ?? 0;
  const shared = above === null || above === name ? 0 : sharedLength(name, above, starts);
  const hidden = Math.max(common, shared);
  const depth = starts.filter((start) => start > common && start <= shared).length;
  return { hidden, leaf: Math.max(leaf, hidden), depth: Math.min(depth, MAX_DEPTH) };
}

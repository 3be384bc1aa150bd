/** Names are compared by their beginning of this length: longer ones are not typed by hand. */
const COMPARED = 200;

/** More slips of the pen than these make another name, however long it is. */
const MAX_SLIPS = 8;

/** Further than any distance there is. */
const FAR = 1000;

/**
 * The names that somebody may have meant who wrote `wanted`, the nearest first: written otherwise, with a slip of the
 * pen (a third of the letters at most, and never more than eight), or with only a part of the name.
 *
 * Costs some 30 ms per thousand long names: of many, hand in those that have something in common with `wanted`.
 */
export function nearNames(
  wanted: string,
  names: Iterable<string>,
  { max = 3 }: { readonly max?: number } = {},
): readonly string[] {
  const folded = fold(wanted);
  if (folded === '') return [];
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(names)) {
    const distance = distanceOf(folded, fold(name));
    if (distance !== null) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return found.slice(0, max).map(({ name }) => name);
}

/** Upper and lower case, and which sign separates words, are no difference. */
function fold(name: string): string {
  return name
    .slice(0, COMPARED)
    .trim()
    .toLowerCase()
    .replace(/[\s_.]/g, '-');
}

/** `null`: too far away. A name that contains the wanted one, or the other way round, is further than any slip of the pen. */
function distanceOf(wanted: string, name: string): number | null {
  if (name === '') return null;
  const third = Math.floor(Math.min(wanted.length, name.length) / 3);
  const allowed = Math.min(MAX_SLIPS, Math.max(1, third));
  const slips = editDistance(wanted, name, allowed);
  if (slips !== null) return slips;
  const isPart = Math.min(wanted.length, name.length) >= 3 && (name.includes(wanted) || wanted.includes(name));
  return isPart ? COMPARED + Math.abs(name.length - wanted.length) : null;
}

/**
 * How many letters have to be put in, left out, replaced or swapped with their neighbour.
 *
 * @returns `null` where it is more than `allowed`
 */
function editDistance(a: string, b: string, allowed: number): number | null {
  if (Math.abs(a.length - b.length) > allowed) return null;
  const [x, y] = withoutCommonEnds(a, b);
  let [beforeLast, last, now] = [newRow(y.length), newRow(y.length), newRow(y.length)];
  for (let row = 1; row <= x.length; row++) {
    now.fill(FAR);
    if (row <= allowed) now[0] = row;
    let least = at(now, 0);
    // Further from the diagonal than what is allowed nothing can be near.
    const end = Math.min(y.length, row + allowed);
    for (let column = Math.max(1, row - allowed); column <= end; column++) {
      const isSame = x[row - 1] === y[column - 1];
      const isSwap = column > 1 && x[row - 1] === y[column - 2] && x[row - 2] === y[column - 1];
      const one = Math.min(at(last, column), at(now, column - 1)) + 1;
      const other = at(last, column - 1) + (isSame ? 0 : 1);
      const distance = Math.min(one, other, isSwap ? at(beforeLast, column - 2) + 1 : FAR);
      now[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > allowed) return null;
    [beforeLast, last, now] = [last, now, beforeLast];
  }
  const distance = at(last, y.length);
  return distance <= allowed ? distance : null;
}

/** Names of tests share long beginnings, and what is the same costs nothing. */
function withoutCommonEnds(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function newRow(length: number): Uint16Array {
  return Uint16Array.from({ length: length + 1 }, (_, column) => column);
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? FAR;
}

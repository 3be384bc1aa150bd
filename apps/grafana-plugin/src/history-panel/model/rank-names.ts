const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The place of each name in alphabetical order: `test_2` before `test_10`; equal ones in the order they came. */
export function rankNames(names: readonly string[]): Uint32Array {
  const order = Uint32Array.from({ length: names.length }, (_, index) => index).sort((a, b) => {
    const [nameA, nameB] = [names[a] ?? '', names[b] ?? ''];
    return COLLATOR.compare(nameA, nameB) || compareUnits(nameA, nameB) || a - b;
  });
  const rank = new Uint32Array(names.length);
  order.forEach((name, place) => (rank[name] = place));
  return rank;
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

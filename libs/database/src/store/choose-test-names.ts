/** A test of a run, before the database was asked. */
export interface NameCandidates {
  /** After the identity rule within the run. */
  readonly name: string;
  /** As on the wire, unique within the run. */
  readonly fullId: string;
}

/**
 * The names under which a run's tests are stored. A full id that already is a test keeps being that test, so that an id does not
 * change its name from run to run; two tests of one run never share a name.
 *
 * @param exists - Whether a full id (that differs from the name) is a test already.
 */
export function chooseTestNames(
  tests: readonly NameCandidates[],
  exists: (fullId: string, index: number) => boolean,
): readonly string[] {
  const chosen = tests.map(({ name, fullId }, index) => (name !== fullId && exists(fullId, index) ? fullId : name));
  // Going back to a full id can collide with another test's short name in turn; each round settles at least one test for good.
  while (settleCollisions(tests, chosen)) continue;
  return chosen;
}

/** Where several tests chose one name, those for whom it is not the full id go back to theirs. */
function settleCollisions(tests: readonly NameCandidates[], chosen: string[]): boolean {
  const takers = new Map<string, number>();
  for (const name of chosen) takers.set(name, (takers.get(name) ?? 0) + 1);
  if (takers.size === chosen.length) return false;
  let changed = false;
  for (const [index, { fullId }] of tests.entries()) {
    const name = chosen[index];
    if (name === undefined || name === fullId || takers.get(name) === 1) continue;
    chosen[index] = fullId;
    changed = true;
  }
  return changed;
}

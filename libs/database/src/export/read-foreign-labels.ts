import type { Session } from '../connection/session';

export interface Labels {
  readonly attrs: string | null;
  readonly tags: readonly string[];
  readonly routeCode: string | null;
}

/** Attributes and tags of test runs that the reference's tools stored: tags joined by commas, no route codes. */
export async function readForeignLabels(
  session: Session,
  testRunIds: readonly number[],
): Promise<ReadonlyMap<number, Labels>> {
  const found = new Map<number, Labels>();
  if (testRunIds.length === 0) return found;
  const rows = await session.arrays(
    `SELECT test_run_metadata.test_run_id, test_run_metadata.key, test_run_metadata.value FROM test_run_metadata
      WHERE test_run_metadata.test_run_id IN (${testRunIds.join()})
        AND test_run_metadata.key IN ('attrs', 'tags') AND test_run_metadata.value IS NOT NULL
      ORDER BY test_run_metadata.test_run_id, test_run_metadata.id`,
  );
  for (const [id, key, value] of rows) {
    const labels = found.get(Number(id)) ?? { attrs: null, tags: [], routeCode: null };
    const text = String(value);
    found.set(Number(id), key === 'attrs' ? { ...labels, attrs: text } : { ...labels, tags: text.split(',').sort() });
  }
  return found;
}

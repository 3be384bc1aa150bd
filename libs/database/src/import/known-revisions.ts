/** A state of the reference's schema, by the name that its migration tool gives it. */
export interface KnownRevision {
  readonly revision: string;
  /** What this revision brought. */
  readonly brings: string;
}

/** The revision that can be taken over: the newest there is, of 2016. */
export const HEAD_REVISION = '10a2b6d4b06e';

/** The revision whose step stops on MariaDB since 10.3.7, which no longer knows `old_alter_table=ON`. */
export const BIGINT_REVISION = '2822a408bdd0';

/** All revisions of subunit2sql from the first on, in their order. */
export const KNOWN_REVISIONS: readonly KnownRevision[] = [
  { revision: '5ef013efbc2', brings: 'table tests' },
  { revision: '1f92cfe8a6d3', brings: 'table runs' },
  { revision: '3db7b49816d5', brings: 'table test_runs' },
  { revision: '163fd5aa1380', brings: 'tests.run_time' },
  { revision: '4ca26dac400e', brings: 'the metadata tables' },
  { revision: '13d819bbb0ff', brings: 'missing indexes' },
  { revision: '28ac1ba9c3db', brings: 'runs.run_at' },
  { revision: '5332fe255095', brings: 'values of tests.run_time' },
  { revision: '1679b5bc102c', brings: 'the microsecond columns' },
  { revision: '487f279b8c78', brings: 'table attachments' },
  { revision: '1ff737bef438', brings: 'indexes for searching' },
  { revision: '2fb76f1a1393', brings: 'test_metadata.test_id' },
  { revision: 'b96122f780', brings: 'fewer indexes' },
  { revision: BIGINT_REVISION, brings: 'numbers as ids' },
  { revision: '35cd45895e56', brings: 'indexes of references' },
  { revision: HEAD_REVISION, brings: 'unique metadata' },
];

/** Position in the history, from 0; `null` = no revision of subunit2sql. */
export function revisionNumber(revision: string): number | null {
  const index = KNOWN_REVISIONS.findIndex((known) => known.revision === revision);
  return index === -1 ? null : index;
}

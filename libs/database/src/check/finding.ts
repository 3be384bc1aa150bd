/** Something that is not as it should be, or worth knowing. */
export interface Finding {
  /**
   * `mismatch`: a stored sum differs from what the raw rows give. `orphan`: a row whose owner is gone.
   * `foreign`: a run that the reference's tools wrote; no fault, `rebuildRollups` adopts it.
   */
  readonly kind: 'mismatch' | 'orphan' | 'foreign';
  readonly table: string;
  /** Which row: columns and values. */
  readonly key: Readonly<Record<string, number | string | null>>;
  /** The columns that differ, as the raw rows give them; `null` = there should be no row. */
  readonly expected: Readonly<Record<string, unknown>> | null;
  /** As stored; `null` = there is no row. */
  readonly found: Readonly<Record<string, unknown>> | null;
}

/** Tables whose old rows leave as whole partitions, and what each is cut by. */
export interface PartitionedTable {
  readonly table: string;
  readonly kind: 'runId' | 'testRunId' | 'month';
}

export const PARTITIONED_TABLES: readonly PartitionedTable[] = [
  { table: 'test_runs', kind: 'runId' },
  { table: 'tm_attempts', kind: 'runId' },
  { table: 'attachments', kind: 'testRunId' },
  { table: 'test_run_metadata', kind: 'testRunId' },
  { table: 'tm_test_days', kind: 'month' },
  { table: 'tm_test_day_durations', kind: 'month' },
  { table: 'tm_test_months', kind: 'month' },
  { table: 'tm_job_days', kind: 'month' },
  { table: 'tm_job_day_durations', kind: 'month' },
  { table: 'tm_metadata_days', kind: 'month' },
];

/** The seven tables of subunit2sql, and what the reference has in each; `alembic_version` stays what it is. */
export interface ReferenceTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export const REFERENCE_TABLES: readonly ReferenceTable[] = [
  { table: 'tests', columns: ['id', 'test_id', 'run_count', 'success', 'failure', 'run_time'] },
  { table: 'runs', columns: ['id', 'uuid', 'skips', 'fails', 'passes', 'run_time', 'artifacts', 'run_at'] },
  {
    table: 'test_runs',
    columns: [
      ...['id', 'test_id', 'run_id', 'status', 'start_time', 'stop_time'],
      ...['start_time_microsecond', 'stop_time_microsecond'],
    ],
  },
  { table: 'run_metadata', columns: ['id', 'key', 'value', 'run_id'] },
  { table: 'test_metadata', columns: ['id', 'key', 'value', 'test_id'] },
  { table: 'test_run_metadata', columns: ['id', 'key', 'value', 'test_run_id'] },
  { table: 'attachments', columns: ['id', 'test_run_id', 'label', 'attachment'] },
];

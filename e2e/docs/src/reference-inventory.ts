/** What the reference has: the 67 public functions of subunit2sql's database API, by what they are about. */
export const FUNCTIONS: readonly string[] = `
  get_session get_engine
  create_test update_test create_run update_run create_test_run update_test_run add_run_metadata add_test_run_metadata
  add_test_metadata add_test_run_attachments delete_run_by_uuid delete_test_runs_by_run_uuid
  delete_old_runs delete_old_test_runs
  get_run_metadata get_test_run_metadata get_test_metadata get_all_run_metadata_keys get_all_test_metadata_keys
  get_all_test_run_metadata_keys get_runs_by_key_value get_recent_runs_by_key_value_metadata
  get_all_tests get_test_by_id get_test_by_test_id get_tests_by_test_ids get_id_from_test_id get_ids_for_all_tests
  get_test_prefixes get_tests_by_prefix get_tests_from_run_id
  get_all_runs get_all_runs_by_date get_latest_run get_run_id_from_uuid get_run_by_id get_runs_by_ids get_runs_count
  get_runs_counts_by_run_metadata get_recent_successful_runs get_recent_failed_runs get_recent_failed_runs_by_run_metadata
  get_recent_successful_runs_by_run_metadata get_run_failure_rate_by_key_value_metadata
  get_runs_by_status_grouped_by_run_metadata get_run_times_grouped_by_run_metadata_key get_all_runs_time_series_by_key
  get_time_series_runs_by_key_value get_run_times_time_series_grouped_by_run_metadata_key
  get_all_test_runs get_test_run_by_id get_test_runs_by_test_id get_test_runs_by_test_test_id get_test_runs_by_run_id
  get_failing_from_run get_test_run_duration get_tests_run_dicts_from_run_id get_test_run_time_series
  get_test_status_time_series get_test_run_series get_run_times_all_test_runs get_test_counts_in_date_range
  get_failing_test_ids_from_runs_by_key_value get_test_run_dict_by_run_meta_key_value get_test_runs_by_status_for_run_ids
`
  .trim()
  .split(/\s+/);

/** Endpoints of openstack-health. */
export const ENDPOINTS: readonly string[] = [
  ...['/', '/status', '/runs/metadata/keys', '/runs', '/build_name/<n>/runs', '/build_name/<n>/test_runs'],
  ...['/runs/group_by/<key>', '/runs/key/<key>/<value>', '/runs/key/<key>/<value>/recent'],
  ...['/runs/key/<key>/<value>/recent/detail', '/runs/key/<key>/<value>/recent/rss', '/tests', '/tests/prefix'],
  ...[
    '/tests/prefix/<p>',
    '/tests/recent/<status>',
    '/run/<uuid>/tests',
    '/run/<uuid>/test_runs',
    '/test_runs/<test_id>',
  ],
];

/** Options and commands of the four tools; of oslo.db's own the one that people set stands for all. */
export const OPTIONS: readonly string[] = `
  --database-connection --config-file --config-dir --verbose --version --database-slave_connection --database-mysql_sql_mode
  --database-max_pool_size
  subunit_files --run_meta --artifacts --store_attachments --run_id --attr_regex --test_attr_prefix
  --remove_test_attr_prefix --run_at --use_run_wall_time --non_subunit_name --attachments_storage_dir
  run_id --out_path --average
  upgrade downgrade current history branches stamp revision check_migration expire --disable-microsecond-data-migration
  failures run_time agg_count dailycount run_failure_rate run_time_meta test_run_time ci_time
`
  .trim()
  .split(/\s+/);

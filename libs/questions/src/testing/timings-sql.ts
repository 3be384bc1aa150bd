/** Puts the newest durations of all tests into `tm_test_timings`, of histories that know every time. */
export const TIMINGS_SQL = `INSERT INTO tm_test_timings (job_id, project_id, branch_id, test_id, recent, last_seen, last_run_id, label_set_id)
  SELECT p.job_id, p.project_id, p.branch_id, p.test_id,
         UNHEX(GROUP_CONCAT(IF(p.place <= 20, CONCAT(LPAD(HEX(p.second), 8, '0'), p.code, LPAD(HEX(p.micros), 10, '0')), NULL) ORDER BY p.place SEPARATOR '')),
         MAX(p.run_at), MAX(IF(p.place = 1, p.run_id, NULL)), MAX(IF(p.place = 1, p.label_set_id, NULL))
    FROM (SELECT r.job_id, r.project_id, r.branch_id, t.test_id, r.run_at, r.run_id, t.tm_label_set_id AS label_set_id,
                 TIMESTAMPDIFF(SECOND, '1970-01-01', r.run_at) AS second,
                 CASE WHEN t.status IN ('success', 'xfail') THEN '01' WHEN t.status = 'skip' THEN '03' ELSE '02' END AS code,
                 TIMESTAMPDIFF(SECOND, t.start_time, t.stop_time) * 1000000 + t.stop_time_microsecond - t.start_time_microsecond AS micros,
                 ROW_NUMBER() OVER (PARTITION BY r.job_id, r.project_id, r.branch_id, t.test_id ORDER BY r.run_at DESC, r.run_id DESC) AS place
            FROM tm_runs AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id
           WHERE t.status <> 'inprogress' AND t.stop_time >= t.start_time AND NOT r.infra) AS p
   GROUP BY p.job_id, p.project_id, p.branch_id, p.test_id`;

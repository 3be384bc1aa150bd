import { textLiteral } from '../sql/literal';
import { type HistoryRun, type HistoryStatus, type HistoryTestRun } from './history';
import { TIMINGS_SQL } from './timings-sql';

const FAILED: readonly HistoryStatus[] = ['fail', 'uxsuccess', 'inprogress'];

type Row = readonly (string | number | null)[];

/**
 * The INSERT statements that put a history into an empty, migrated database, as uploads and the rollup loop would.
 * For tests of what reads the database; what writes it has tests of its own.
 */
export function historySql(runs: readonly HistoryRun[]): string[] {
  const keys = new Keys(runs);
  const numbered = runs.map((run, index) => ({ run, id: index + 1, series: keys.series(run) }));
  return [
    insert(
      'tests',
      ['id', 'test_id'],
      keys.tests.map((name, index) => [index + 1, text(name)]),
    ),
    ...(['job', 'project', 'branch'] as const).map((name) =>
      insert(
        `tm_${name === 'branch' ? 'branches' : `${name}s`}`,
        ['id', 'name'],
        keys.names[name].slice(1).map((value, index) => [index + 2, text(value)]),
      ),
    ),
    insert(
      'tm_series',
      ['id', 'job_id', 'project_id', 'branch_id', 'queue_id'],
      keys.allSeries.map((series, index) => [index + 1, ...keys.dimensions(series), 1]),
    ),
    insert(
      'runs',
      ['id', 'uuid', 'run_at', 'artifacts'],
      numbered.map(({ run, id }) => [id, text(runId(id)), time(run.atMicros), text(`https://logs.example.org/${id}/`)]),
    ),
    insert(
      'run_metadata',
      ['run_id', '`key`', 'value'],
      numbered.flatMap(({ run, id }) =>
        Object.entries({ ...run.metadata, ...(run.sample && { sample: 'true' }) }).map(([key, value]) => [
          id,
          text(key),
          text(value),
        ]),
      ),
    ),
    insert('tm_label_sets', ['id', 'label_hash', 'tags', 'route_code'], LABEL_SETS),
    insert(
      'tm_uploads',
      [
        ...['run_id', 'content_hash', 'format', 'stream_bytes', 'received_bytes', 'events', 'noise_bytes'],
        ...['damage_count', 'damage'],
      ],
      numbered.map(({ run, id }) => uploadRow(run, id)),
    ),
    insert('tm_refused_hours', ['hour', 'code', 'refused', 'newest_at'], refusalRows(runs)),
    insert(
      'tm_run_attachments',
      ['run_id', 'name', 'content_type', 'content'],
      numbered.map(({ id }) => [id, "'stdout'", "'text/plain'", text(`run ${id} says hello`)]),
    ),
    insert(
      'tm_runs',
      RUN_COLUMNS,
      numbered.map(({ run, id, series }) => runRow(run, id, series, keys)),
    ),
    insert(
      'test_runs',
      [
        'id',
        'run_id',
        'test_id',
        'status',
        'start_time',
        'start_time_microsecond',
        'stop_time',
        'stop_time_microsecond',
        'tm_attempts',
        'tm_flaky',
        'tm_label_set_id',
      ],
      testRunRows(numbered, keys),
    ),
    insert(
      'tm_attempts',
      ['run_id', 'test_id', 'attempt', 'status', 'started_at', 'stopped_at', 'label_set_id'],
      attemptRows(numbered, keys),
    ),
    insert(
      'tm_failures',
      ['run_id', 'test_id', 'series_id', 'run_at', 'status', 'flaky', 'message'],
      failureRows(numbered, keys),
    ),
    insert('attachments', ['test_run_id', 'label', 'attachment', 'tm_content_type'], attachmentRows(numbered, keys)),
    ...rollupSql(),
    TIMINGS_SQL,
    insert(
      'tm_test_states',
      [
        'job_id',
        'branch_id',
        'test_id',
        'history',
        'flaky_history',
        'history_length',
        'consecutive_fails',
        'first_seen',
        'last_seen',
        'last_run_id',
        'last_passed',
        'last_failed',
        'last_failed_run_id',
      ],
      stateRows(numbered, keys),
    ),
  ].filter((statement) => statement !== '');
}

/** The id of a run for the outside world, by its number. */
export function runId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Two workers that have tests in turn; one is known by its tag, the other by its route. */
const LABEL_SETS: readonly Row[] = [
  [1, "UNHEX(MD5('1'))", "'smoke,worker-0'", 'NULL'],
  [2, "UNHEX(MD5('2'))", 'NULL', "'0/1'"],
];

function labelSet(testKey: number): number {
  return (testKey % 2) + 1;
}

function uploadRow(run: HistoryRun, id: number): Row {
  const bytes = 100 * run.tests.length;
  const damaged = run.tests.some((test) => test.status === 'inprogress');
  const damage = damaged ? '[{"offset":7,"code":"bad_checksum"}]' : '[]';
  return [
    ...[id, `UNHEX(SHA2('${id}', 256))`, "'v2'", bytes, bytes / 2, 2 * run.tests.length, 0],
    ...[damaged ? 1 : 0, text(damage)],
  ];
}

/** In the hour of every run one upload without a token was refused. */
function refusalRows(runs: readonly HistoryRun[]): Row[] {
  const hours = new Map<number, number>();
  for (const { atMicros } of runs) {
    const hour = Math.floor(atMicros / HOUR_MICROS) * HOUR_MICROS;
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  return [...hours].map(([hour, refused]) => [time(hour), "'unauthorized'", refused, time(hour + 1)]);
}

const HOUR_MICROS = 3_600_000_000;

interface Numbered {
  readonly run: HistoryRun;
  readonly id: number;
  readonly series: number;
}

/** The numbers that names get; 1 is the empty name. */
class Keys {
  readonly tests: readonly string[];
  readonly names: Readonly<Record<'job' | 'project' | 'branch', readonly string[]>>;
  readonly allSeries: readonly HistoryRun[];

  constructor(runs: readonly HistoryRun[]) {
    const names = (of: (run: HistoryRun) => string) => [...new Set(['', ...runs.map(of)])];
    this.tests = [...new Set(runs.flatMap((run) => run.tests.map((test) => test.test)))];
    this.names = {
      job: names((run) => run.job),
      project: names((run) => run.project),
      branch: names((run) => run.branch),
    };
    this.allSeries = [...new Map(runs.map((run) => [seriesName(run), run])).values()];
  }

  dimensions(run: HistoryRun): number[] {
    return (['job', 'project', 'branch'] as const).map((name) => this.names[name].indexOf(run[name]) + 1);
  }

  series(run: HistoryRun): number {
    return this.allSeries.findIndex((other) => seriesName(other) === seriesName(run)) + 1;
  }

  test(name: string): number {
    return this.tests.indexOf(name) + 1;
  }
}

function seriesName(run: HistoryRun): string {
  return [run.job, run.project, run.branch].join('\n');
}

const RUN_COLUMNS = [
  ...[
    'run_id',
    'series_id',
    'job_id',
    'project_id',
    'branch_id',
    'queue_id',
    'commit_id',
    'day',
    'run_at',
    'received_at',
  ],
  ...['tests', 'success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'],
  ...['run_seconds', 'wall_seconds', 'failed', 'complete', 'infra', 'sample', 'rollup_seq'],
];

function runRow(run: HistoryRun, id: number, series: number, keys: Keys): Row {
  const of = (status: HistoryStatus) => run.tests.filter((test) => test.status === status).length;
  const seconds = run.tests.reduce((sum, test) => sum + (test.status === 'inprogress' ? 0 : (test.seconds ?? 0)), 0);
  const at = time(run.atMicros);
  const failed = run.tests.some((test) => FAILED.includes(test.status)) ? 1 : 0;
  return [
    ...[id, series, ...keys.dimensions(run), 1, 1, `DATE(${at})`, at, at, run.tests.length],
    ...[of('success'), of('fail'), of('skip'), of('xfail'), of('uxsuccess'), of('inprogress')],
    ...[
      run.tests.filter((test) => test.flaky).length,
      seconds,
      seconds / 2,
      failed,
      of('inprogress') === 0 ? 1 : 0,
      0,
      run.sample ? 1 : 0,
      id,
    ],
  ];
}

function eachTest(
  runs: readonly Numbered[],
  rowsOf: (run: Numbered, test: HistoryTestRun, testRunId: number) => Row[],
): Row[] {
  let testRunId = 0;
  return runs.flatMap((numbered) => numbered.run.tests.flatMap((test) => rowsOf(numbered, test, (testRunId += 1))));
}

function testRunRows(runs: readonly Numbered[], keys: Keys): Row[] {
  return eachTest(runs, ({ run, id }, test, testRunId) => {
    const stop = test.seconds === null ? null : run.atMicros + Math.round(test.seconds * 1e6);
    const start = test.seconds === null ? null : run.atMicros;
    return [
      [
        testRunId,
        id,
        keys.test(test.test),
        text(test.status),
        ...dateTime(start),
        ...dateTime(stop),
        test.flaky ? 2 : 1,
        test.flaky ? 1 : 0,
        labelSet(keys.test(test.test)),
      ],
    ];
  });
}

function attemptRows(runs: readonly Numbered[], keys: Keys): Row[] {
  return eachTest(runs, ({ run, id }, test) =>
    test.flaky
      ? ['fail', 'success'].map((status, index) => [
          id,
          keys.test(test.test),
          index + 1,
          text(status),
          time(run.atMicros),
          time(run.atMicros + 1_500_000),
          labelSet(keys.test(test.test)),
        ])
      : [],
  );
}

function failureRows(runs: readonly Numbered[], keys: Keys): Row[] {
  return eachTest(runs, ({ run, id, series }, test) =>
    isFailure(test)
      ? [
          [
            id,
            keys.test(test.test),
            series,
            time(run.atMicros),
            text(test.status),
            test.flaky ? 1 : 0,
            text(`AssertionError: ${test.test} gave 3 != 4`),
          ],
        ]
      : [],
  );
}

function attachmentRows(runs: readonly Numbered[], keys: Keys): Row[] {
  return eachTest(runs, ({ id }, test, testRunId) =>
    isFailure(test)
      ? [
          [testRunId, "'log'", "'nothing to see'", "'text/plain'"],
          [
            testRunId,
            "'traceback'",
            text(
              `Traceback (most recent call last):\n  File "test.py", line ${keys.test(test.test)}, in run ${id}\nAssertionError: 3 != 4\n`,
            ),
            "'text/x-traceback;charset=utf8'",
          ],
        ]
      : [],
  );
}

function isFailure(test: HistoryTestRun): boolean {
  return test.flaky || FAILED.includes(test.status);
}

/** The daily and monthly totals, made by the database out of the raw rows. */
function rollupSql(): string[] {
  const counts = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'];
  const sums = [...counts, 'timed', 'seconds', 'passed_timed', 'passed_seconds'];
  const ofTests = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'inprogress'].map(
    (status) => `SUM(t.status = '${status}')`,
  );
  const duration =
    '(TIMESTAMPDIFF(SECOND, t.start_time, t.stop_time) + (t.stop_time_microsecond - t.start_time_microsecond) / 1e6)';
  const timed = `IF(t.status IN ('skip', 'inprogress'), NULL, ${duration})`;
  const passed = `IF(t.status IN ('success', 'xfail'), ${duration}, NULL)`;
  return [
    `INSERT INTO tm_job_days (series_id, day, runs, failed_runs, infra_runs, incomplete_runs, empty_runs, ${counts.join(', ')}, run_seconds, wall_seconds, timed_runs, uploads, damaged_uploads, received_bytes, stream_bytes, events)
     SELECT r.series_id, r.day, COUNT(*), SUM(r.failed), SUM(r.infra), SUM(1 - r.complete), 0, ${counts.map((name) => `SUM(r.${name})`).join(', ')}, SUM(r.run_seconds), SUM(r.wall_seconds),
            SUM(r.wall_seconds > 0), COUNT(*), SUM(w.damage_count > 0), SUM(w.received_bytes), SUM(w.stream_bytes), SUM(w.events)
     FROM tm_runs AS r INNER JOIN tm_uploads AS w ON w.run_id = r.run_id GROUP BY r.series_id, r.day`,
    'INSERT INTO tm_metadata_keys (name) SELECT DISTINCT m.`key` FROM run_metadata AS m',
    "INSERT INTO tm_metadata_values (key_id, value) SELECT DISTINCT k.id, m.value FROM run_metadata AS m INNER JOIN tm_metadata_keys AS k ON k.name = m.`key` WHERE m.value <> ''",
    `INSERT INTO tm_metadata_days (key_id, day, value_id, series_id, runs, failed_runs, timed_runs, ${counts.join(', ')}, run_seconds, wall_seconds, newest_at)
     SELECT k.id, r.day, v.id, r.series_id, COUNT(*), SUM(r.failed), SUM(r.wall_seconds > 0), ${counts.map((name) => `SUM(r.${name})`).join(', ')}, SUM(r.run_seconds), SUM(r.wall_seconds), MAX(r.run_at)
     FROM run_metadata AS m INNER JOIN tm_metadata_keys AS k ON k.name = m.\`key\` INNER JOIN tm_metadata_values AS v ON v.key_id = k.id AND v.value = m.value
     INNER JOIN tm_runs AS r ON r.run_id = m.run_id GROUP BY 1, 2, 3, 4`,
    `INSERT INTO tm_test_days (series_id, day, test_id, ${counts.join(', ')}, timed, seconds, passed_timed, passed_seconds)
     SELECT r.series_id, r.day, t.test_id, ${ofTests.join(', ')}, SUM(t.tm_flaky), COUNT(${timed}), COALESCE(SUM(${timed}), 0), COUNT(${passed}), COALESCE(SUM(${passed}), 0)
     FROM tm_runs AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id GROUP BY r.series_id, r.day, t.test_id`,
    `INSERT INTO tm_test_months (series_id, month, test_id, ${sums.join(', ')})
     SELECT d.series_id, d.day - INTERVAL (DAYOFMONTH(d.day) - 1) DAY, d.test_id, ${sums.map((name) => `SUM(d.${name})`).join(', ')}
     FROM tm_test_days AS d GROUP BY 1, 2, 3`,
    `INSERT INTO tm_job_day_durations (series_id, day, bucket, n)
     SELECT r.series_id, r.day, ${bucket('r.wall_seconds')}, COUNT(*) FROM tm_runs AS r WHERE r.wall_seconds > 0 GROUP BY 1, 2, 3`,
    `INSERT INTO tm_test_day_durations (series_id, day, test_id, bucket, n)
     SELECT r.series_id, r.day, t.test_id, ${bucket(duration)}, COUNT(*)
     FROM tm_runs AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id WHERE ${passed} IS NOT NULL GROUP BY 1, 2, 3, 4`,
    `UPDATE tests AS n INNER JOIN (
       SELECT d.test_id, SUM(d.success + d.xfail) AS success, SUM(d.fail + d.uxsuccess) AS failure, SUM(d.passed_timed) AS timed, SUM(d.passed_seconds) AS seconds
       FROM tm_test_days AS d GROUP BY d.test_id
     ) AS s ON s.test_id = n.id
     SET n.run_count = s.success + s.failure, n.success = s.success, n.failure = s.failure,
         n.tm_timed_successes = s.timed, n.tm_timed_seconds = s.seconds, n.run_time = s.seconds / NULLIF(s.timed, 0)`,
  ];
}

/** As the rollup counts durations: four buckets a doubling, from a millisecond on. */
function bucket(seconds: string): string {
  return `LEAST(GREATEST(FLOOR(4 * LOG2(GREATEST(${seconds}, 0.0001) / 0.001)), 0), 127)`;
}

interface State {
  readonly key: readonly number[];
  readonly bits: string;
  readonly first: Numbered;
  readonly last: Numbered;
  readonly passed: Numbered | null;
  readonly failed: Numbered | null;
}

function stateRows(runs: readonly Numbered[], keys: Keys): Row[] {
  const states = new Map<string, State>();
  for (const numbered of runs) {
    for (const test of numbered.run.tests) {
      const [job, , branch] = keys.dimensions(numbered.run);
      const key = [job!, branch!, keys.test(test.test)];
      const before = states.get(key.join());
      states.set(key.join(), nextState(before, key, numbered, test));
    }
  }
  return [...states.values()].map(({ key, bits, first, last, passed, failed }) => [
    ...[...key, `0b${bits === '' ? '0' : bits}`, 0, bits.length, bits.length - bits.lastIndexOf('0') - 1],
    ...[time(first.run.atMicros), time(last.run.atMicros), last.id],
    ...[passed && time(passed.run.atMicros), failed && time(failed.run.atMicros), failed && failed.id],
  ]);
}

function nextState(before: State | undefined, key: number[], numbered: Numbered, test: HistoryTestRun): State {
  const state = before ?? { key, bits: '', first: numbered, last: numbered, passed: null, failed: null };
  if (test.status === 'skip') return { ...state, last: numbered };
  const failed = FAILED.includes(test.status);
  return {
    ...state,
    bits: `${state.bits}${failed ? '1' : '0'}`.slice(-64),
    last: numbered,
    ...(failed ? { failed: numbered } : { passed: numbered }),
  };
}

function insert(table: string, columns: readonly string[], rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES\n${rows.map((row) => `(${row.map((value) => value ?? 'NULL').join(', ')})`).join(',\n')}`;
}

function text(value: string): string {
  return textLiteral(value);
}

function time(micros: number): string {
  const millis = Math.floor(micros / 1000);
  return `'${new Date(millis).toISOString().slice(0, 19).replace('T', ' ')}.${String(micros % 1_000_000).padStart(6, '0')}'`;
}

function dateTime(micros: number | null): [string | null, number | null] {
  return micros === null ? [null, null] : [`'${time(micros).slice(1, 20)}'`, micros % 1_000_000];
}

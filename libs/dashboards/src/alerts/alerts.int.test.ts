import { type HistoryRun, type HistoryTestRun } from '@testmetrics/questions/testing';
import { expand } from '../testing/ask-panel';
import { type HistoryDatabase, openHistoryDatabase } from '../testing/history-database';
import { ALERT_GROUPS } from './alert-groups';

const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const RULES = ALERT_GROUPS.flatMap(({ rules }) => rules);

function run(job: string, atMicros: number, test: Partial<HistoryTestRun> = {}): HistoryRun {
  const tests = [{ test: 't.Api.test_list', status: 'success', flaky: false, seconds: 1, ...test } as const];
  return { job, project: 'nova', branch: 'master', atMicros, sample: false, tests };
}

/** A run every six hours for forty days, up to so many hours ago. */
function steady(job: string, until = 0): HistoryRun[] {
  return Array.from({ length: 160 }, (_, index) => run(job, NOW - (until + 6 * (160 - index)) * HOUR));
}

const failed = { status: 'fail' } as const;

/** What fires: the labels of the rows whose number is over the rule's threshold. */
async function firing(database: HistoryDatabase, uid: string): Promise<string[]> {
  const rule = RULES.find((each) => each.uid === uid)!;
  const rows = await database.ask(expand(rule.query.sql, {}, { fromMicros: NOW - rule.hours * HOUR, toMicros: NOW }));
  for (const row of rows) {
    const [label, number, ...others] = Object.values(row);
    expect([typeof label, typeof number, others]).toEqual(['string', 'number', []]);
  }
  return rows
    .filter((row) => (Object.values(row)[1] as number) > rule.above)
    .map((row) => String(Object.values(row)[0]));
}

async function withHistory(runs: readonly HistoryRun[], test: (database: HistoryDatabase) => Promise<void>) {
  const database = await openHistoryDatabase([...runs].sort((a, b) => a.atMicros - b.atMicros));
  try {
    await test(database);
  } finally {
    await database.close();
  }
}

const ALL = RULES.map(({ uid }) => uid);

describe('alerts', () => {
  it('should all be quiet where there is nothing', async () => {
    await withHistory([], async (database) => {
      for (const uid of ALL) expect(await firing(database, uid)).toEqual([]);
    });
  });

  it('should all be quiet on a good history, with a flake, a new job and a failure here and there', async () => {
    const runs = [
      ...steady('unit').map((each, index) => (index % 20 === 0 ? run('unit', each.atMicros, failed) : each)),
      ...steady('flaky').map((each) => run('flaky', each.atMicros, { flaky: true })),
      run('new', NOW - HOUR, failed),
      run('once', NOW - 20 * DAY),
      run('unit', NOW - HOUR, failed),
    ];
    await withHistory(runs, async (database) => {
      for (const uid of ALL) expect({ uid, firing: await firing(database, uid) }).toEqual({ uid, firing: [] });
    });
  });

  it('should fire for a job that fails more often than it usually does, and for no other', async () => {
    const broken = [3, 6, 9, 12, 15].map((hours) => run('broken', NOW - hours * HOUR, failed));
    const always = steady('always').map((each) => run('always', each.atMicros, failed));
    await withHistory([...steady('broken', 30), ...broken, ...always, ...steady('unit')], async (database) => {
      expect(await firing(database, 'tm-alert-job-failure-rate')).toEqual(['broken']);
    });
  });

  it('should fire for a job that stopped, not for one that pauses as it usually does', async () => {
    const weekly = [3, 10, 17, 24].map((days) => run('weekly', NOW - days * DAY));
    await withHistory([...steady('gone', 72), ...weekly, ...steady('unit')], async (database) => {
      expect(await firing(database, 'tm-alert-silent-job')).toEqual(['gone']);
    });
  });

  it('should fire for a test that failed five times in a row, not for one that passed since', async () => {
    const fails = (job: string, from: number) =>
      [0, 1, 2, 3, 4].map((index) => run(job, NOW - (from - index) * HOUR, failed));
    const runs = [
      ...steady('broken', 12),
      ...fails('broken', 10),
      ...steady('fixed', 12),
      ...fails('fixed', 10),
      run('fixed', NOW - HOUR),
    ];
    await withHistory(runs, async (database) => {
      expect(await firing(database, 'tm-alert-failing-in-a-row')).toEqual(['t.Api.test_list in broken on master']);
    });
  });

  it('should fire where runs wait to be counted for longer than they may', async () => {
    const at = NOW - 20 * 60_000_000;
    await withHistory([run('unit', at)], async (database) => {
      expect(await firing(database, 'tm-alert-rollup-lag')).toEqual([]);
      await database.fill([
        `INSERT INTO tm_rollup_pending (run_id, run_at) SELECT r.run_id, r.run_at FROM tm_runs AS r`,
      ]);
      expect(await firing(database, 'tm-alert-rollup-lag')).toEqual(['rollup']);
    });
  });

  it('should fire where more than ten uploads of one kind were refused within the hour', async () => {
    const hour = (hours: number) => `TIMESTAMP('2026-11-20 13:00:00') - INTERVAL ${hours} HOUR`;
    await withHistory([], async (database) => {
      await database.fill([
        `INSERT INTO tm_refused_hours (hour, code, refused, newest_at) VALUES
         (${hour(0)}, 'bad_metadata', 11, ${hour(0)} + INTERVAL 10 MINUTE), (${hour(0)}, 'too_large', 10, ${hour(0)} + INTERVAL 10 MINUTE),
         (${hour(5)}, 'no_token', 99, ${hour(5)} + INTERVAL 10 MINUTE)`,
      ]);
      expect(await firing(database, 'tm-alert-refused-uploads')).toEqual(['bad_metadata']);
    });
  });
});

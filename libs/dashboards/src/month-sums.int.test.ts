import { compileQuestion, failingTests, literalRange, type Scope, testStat, textLiteral } from '@testmetrics/questions';
import { type HistoryRun, type HistoryTestRun, makeHistory } from '@testmetrics/questions/testing';
import { type HistoryDatabase, openHistoryDatabase } from './testing/history-database';

const DAY = 86_400_000_000;
const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const HISTORY = makeHistory({ endMicros: END, days: 170 });
const FAILED = ['fail', 'uxsuccess', 'inprogress'];

/** Ends in both halves of a month, on its first and last day, at midnight, and where the history ends. */
const ENDS = [
  '2026-09-01',
  '2026-09-02',
  '2026-09-14',
  '2026-09-17',
  '2026-09-30',
  '2026-10-31T23:59:59',
  '2026-11-20T13:30',
];
const NEWEST_DAYS = 30;

let database: HistoryDatabase;

beforeAll(async () => {
  database = await openHistoryDatabase(HISTORY);
});

afterAll(() => database.close());

/** The tests that a question of whole days counts. */
function testsBetween(firstDay: number, end: number): readonly HistoryTestRun[] {
  const inside = (run: HistoryRun) => run.atMicros >= firstDay && run.atMicros < Math.ceil(end / DAY) * DAY;
  return HISTORY.filter(inside).flatMap((run) => run.tests);
}

function scopeOf(end: number, days: number): Scope {
  return { filter: {}, range: literalRange(end - days * DAY, end) };
}

describe.each(ENDS)('sums by month and by day, up to %s', (text) => {
  const end = Date.parse(text.includes('T') ? `${text}Z` : text) * 1000;

  it.each([3, 11, 12, 13, 16, 29, 30, 45])('should give all tests of %d days as a plain count does', async (days) => {
    const firstDay = Math.max(dayOf(end - days * DAY), dayOf(end) - NEWEST_DAYS * DAY);
    const passes = testsBetween(firstDay, end).filter(
      ({ status, seconds }) => (status === 'success' || status === 'xfail') && seconds !== null,
    );
    const rows = await database.ask(
      compileQuestion({ kind: 'costliestTests', limit: 1000 }, { range: scopeOf(end, days).range }).sql,
    );
    expect(sumOf(rows, 'Passes')).toBe(passes.length);
    expect(sumOf(rows, 'Total')).toBeCloseTo(
      passes.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
      3,
    );
  });

  it.each([60, 61, 63, 75, 92, 120])(
    'should rank all tests of %d days, and count one, as a plain count does',
    async (days) => {
      const failures = testsBetween(dayOf(end - days * DAY), end).filter(({ status }) => FAILED.includes(status));
      const rows = await database.ask(failingTests(scopeOf(end, days), 100).sql);
      expect(sumOf(rows, 'Failed')).toBe(failures.length);
      const [one] = failures;
      const key = `(SELECT n.id FROM tests AS n WHERE n.test_id = ${textLiteral(one?.test ?? '')})`;
      const [stat] = await database.ask(testStat(scopeOf(end, days), key, 'failure_rate').sql);
      expect(stat?.['label']).toMatch(new RegExp(`^${failures.filter(({ test }) => test === one?.test).length} of `));
    },
  );
});

function dayOf(micros: number): number {
  return Math.floor(micros / DAY) * DAY;
}

function sumOf(rows: readonly Readonly<Record<string, unknown>>[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

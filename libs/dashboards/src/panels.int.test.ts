import { definitionOf, type QuestionKind } from '@testmetrics/questions';
import { HOSTILE_NAME, makeHistory } from '@testmetrics/questions/testing';
import { FLAVOURS } from './flavour';
import { type Range, sqlOfTarget, type Values } from './testing/ask-panel';
import { type HistoryDatabase, openHistoryDatabase, type Row } from './testing/history-database';
import { readDashboards, type Target } from './testing/read-dashboard';

const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;
const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;

const RANGES = [
  { name: 'an hour', length: HOUR },
  { name: 'a day', length: DAY },
  { name: 'ninety days', length: 90 * DAY },
  { name: 'three years', length: 3 * 365 * DAY },
].map(({ name, length }) => ({ name, range: { fromMicros: END - length, toMicros: END } }));

const TARGETS = FLAVOURS.flatMap((flavour) =>
  readDashboards(flavour).flatMap(({ uid, panels }) =>
    panels.flatMap(({ title, targets }) => (targets ?? []).map((target) => ({ uid, title, target, flavour }))),
  ),
);

/** A variable each that nothing answers to. */
const NOTHING: Values = {
  ...{ project: '99', job: '98,97', branch: '0', test: '', search: '', prefix: 'no.such.test', page: '1' },
  ...{ run: '', run_a: '', run_b: '', key: 'nothing', value: '$__all', test_key: '0' },
};

/** Everything, and one test and two runs of it. */
async function everything(database: HistoryDatabase): Promise<Values> {
  const [test] = await database.ask("SELECT t.id FROM tests AS t WHERE t.test_id = 't.Net.test_flaky'");
  const runs = await database.ask('SELECT u.uuid FROM runs AS u ORDER BY u.run_at DESC LIMIT 5');
  const [newest, , , , older] = runs.map((run) => String(run['uuid']));
  return {
    ...{ project: '0', job: '0', branch: '0', test: String(test?.['id']), search: '', prefix: 't.', page: '1' },
    ...{
      run: String(newest),
      run_a: String(older),
      run_b: String(newest),
      key: 'project',
      value: '$__all',
      test_key: '0',
    },
  };
}

describe('panels over a history', () => {
  let database: HistoryDatabase;
  let all: Values;

  beforeAll(async () => {
    database = await openHistoryDatabase(makeHistory({ endMicros: END, days: 100 }));
    all = await everything(database);
  }, 300_000);

  afterAll(() => database.close());

  const ask = (target: Target, values: Values, range: Range) => database.ask(sqlOfTarget(target, values, range));

  it.each(TARGETS)('should get an answer over any time: $uid, "$title"', async ({ title, target }) => {
    for (const { name, range } of RANGES) {
      const rows = await ask(target, all, range);
      if (name === 'ninety days' && !MAY_BE_EMPTY.has(title)) expect(rows).not.toHaveLength(0);
    }
  });

  it.each(TARGETS)('should get no error where nothing is chosen or found: $uid, "$title"', async ({ target }) => {
    await expect(ask(target, NOTHING, RANGES[2]!.range)).resolves.toBeDefined();
  });

  it.each(TARGETS.filter(({ flavour }) => flavour === 'app'))(
    'should get the columns that its question promises: $uid, "$title"',
    async ({ target }) => {
      const rows = await ask(target, all, RANGES[2]!.range);
      const { columns } = definitionOf(target.question?.['kind'] as QuestionKind);
      if (rows[0] !== undefined) expect(Object.keys(rows[0])).toEqual(columns);
    },
  );

  it.each(TARGETS.filter(({ flavour }) => flavour === 'app'))(
    'should get the same answer in both flavours: $uid, "$title"',
    async ({ uid, title, target }) => {
      const twin = TARGETS.find(
        (other) =>
          other.uid === uid.replace('tm-', 'tm-sql-') && other.title === title && other.target.refId === target.refId,
      );
      if (twin === undefined) return;
      // With "All" the one counts whole days and the other single runs: only the database knows the variable there.
      const values = { ...all, value: 'nova' };
      for (const { range } of RANGES) {
        const [app, sql] = [await ask(target, values, range), await ask(twin.target, values, range)];
        expect(sql.map(comparable)).toEqual(app.map(comparable));
      }
    },
  );

  it('should take hostile text in a field as what it is', async () => {
    const hostile: Values = {
      ...all,
      prefix: HOSTILE_NAME,
      search: HOSTILE_NAME,
      key: HOSTILE_NAME,
      value: HOSTILE_NAME,
      run: HOSTILE_NAME,
    };
    for (const { target, title, flavour } of TARGETS) {
      if (flavour === 'app' && JSON.stringify(target.question).includes('${run}')) continue;
      const rows = await ask(target, hostile, RANGES[2]!.range);
      if (title === 'Tests by name') expect(rows.map((row) => row['Test'])).toEqual([HOSTILE_NAME]);
    }
  });
});

/** What the history has none of. */
const MAY_BE_EMPTY = new Set(['Not run lately', 'Refused uploads']);

/** Seconds until now differ between two questions, and the last digits of a sum by the order of what is added. */
function comparable({ Lag: _, ...others }: Row): Row {
  const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value);
  return Object.fromEntries(Object.entries(others).map(([name, value]) => [name, rounded(value)]));
}

describe('panels over an empty database', () => {
  let database: HistoryDatabase;

  beforeAll(async () => {
    database = await openHistoryDatabase([]);
  });

  afterAll(() => database.close());

  it.each(TARGETS)('should get an answer and no error: $uid, "$title"', async ({ target }) => {
    for (const { range } of RANGES) {
      const sql = sqlOfTarget(target, { ...NOTHING, project: '0', job: '0' }, range);
      await expect(database.ask(sql)).resolves.toBeDefined();
    }
  });
});

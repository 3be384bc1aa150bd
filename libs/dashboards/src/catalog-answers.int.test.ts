import { compileQuestion, literalRange, type Question, QUESTION_CATALOG } from '@testmetrics/questions';
import { everything, makeHistory, runId } from '@testmetrics/questions/testing';
import { type HistoryDatabase, openHistoryDatabase } from './testing/history-database';

/** A history is many rows, which a busy machine takes a while to write. */
const FILLING_MS = 180_000;

const HOUR = 3_600_000_000;
const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;

/** Both sides of the limits at which questions change from single rows to totals. */
const RANGES = [HOUR, 24 * HOUR, 9 * 24 * HOUR, 90 * 24 * HOUR, 366 * 24 * HOUR];

/** The shapes of a kind: its measures, and its two kinds of columns. */
function shapesOf(definition: (typeof QUESTION_CATALOG)[number]): Partial<Question>[] {
  const measures = definition.measures ?? [undefined];
  const columns = definition.filters.includes('columns') ? (['runs', 'time'] as const) : ([undefined] as const);
  return measures.flatMap((measure) => columns.map((column) => ({ measure: measure?.value, columns: column })));
}

const HISTORY = makeHistory({ endMicros: END, days: 45 });
const FAILED_RUN = runId(1 + HISTORY.findIndex((run) => run.tests.some((test) => test.status === 'fail')));

/** Every kind with nothing chosen, with what it cannot do without, and with everything. */
const QUESTIONS = QUESTION_CATALOG.flatMap((definition) =>
  shapesOf(definition).flatMap((shape): Question[] => [
    { kind: definition.kind, ...shape },
    {
      kind: definition.kind,
      ...shape,
      ...(definition.filters.includes('runs') && { runs: [FAILED_RUN, runId(1)] }),
      ...(definition.required?.includes('tests') && { testPrefix: 't.' }),
    },
    { ...everything(definition, 't.Api.test_list'), ...shape },
  ]),
);

/** Kinds with one limit only always give all they have; the limit of a grid counts its rows of cells. */
function isLimited({ kind, defaultLimit, maxLimit }: (typeof QUESTION_CATALOG)[number]): boolean {
  return defaultLimit !== maxLimit && kind !== 'historyGrid';
}

describe('every kind of question on an empty database', () => {
  let database: HistoryDatabase;
  beforeAll(async () => {
    database = await openHistoryDatabase([]);
  }, FILLING_MS);
  afterAll(() => database.close());

  it.each(QUESTION_CATALOG.map(({ kind }) => kind))(
    'should answer %s without an error, and with little',
    async (kind) => {
      for (const question of QUESTIONS.filter((one) => one.kind === kind)) {
        for (const length of RANGES) {
          const rows = await database.ask(compileQuestion(question, { range: literalRange(END - length, END) }).sql);
          expect(rows.length).toBeLessThanOrEqual(1);
        }
      }
    },
  );
});

describe('every kind of question on a history', () => {
  let database: HistoryDatabase;
  beforeAll(async () => {
    database = await openHistoryDatabase(HISTORY);
  }, FILLING_MS);
  afterAll(() => database.close());

  it.each(QUESTION_CATALOG.map((definition) => [definition.kind, definition] as const))(
    'should answer %s in the columns that the catalog names, within its limit',
    async (kind, definition) => {
      let answered = 0;
      for (const question of QUESTIONS.filter((one) => one.kind === kind)) {
        for (const length of RANGES) {
          const { sql } = compileQuestion(question, { range: literalRange(END - length, END) });
          const rows = await database.ask(sql);
          const [row] = rows;
          if (row === undefined) continue;
          answered += 1;
          if (question.columns !== 'time') expect(Object.keys(row)).toEqual(definition.columns);
          if (isLimited(definition)) {
            expect(rows.length).toBeLessThanOrEqual(question.limit ?? definition.defaultLimit);
          }
        }
      }
      // Nothing has stopped running in this history.
      if (kind !== 'staleTests') expect(answered).toBeGreaterThan(0);
    },
  );
});

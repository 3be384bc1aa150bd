import { connectDatabase, migrate } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { createTestDatabase } from '@testmetrics/private-database/testing';
import { compileQuestion, literalRange } from '@testmetrics/questions';
import type { Question } from '@testmetrics/questions';
import { historySql } from '@testmetrics/questions/testing';
import type { HistoryRun } from '@testmetrics/questions/testing';
import { openAsker } from '../asking/open-asker';
import type { OpenAsker } from '../asking/open-asker';
import type { Range, Row } from '../asking/asker';

/** A database with a history in it, the asker that answers from it, and what the dashboards get of it. */
export interface HistoryAsker {
  readonly url: string;
  readonly asker: OpenAsker;
  readonly database: Database;
  /** The rows of a question as the dashboards send it: without pages. */
  dashboardRows(question: Question, range: Range): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export async function openHistoryAsker(runs: readonly HistoryRun[], nowMicros: number): Promise<HistoryAsker> {
  const created = await createTestDatabase();
  const database = await connectDatabase(created.url);
  await migrate(database);
  for (const statement of historySql(runs)) await database.execute(statement);
  const asker = await openAsker(created.url, { clock: { nowMicros: () => nowMicros } });
  return {
    url: created.url,
    asker,
    database,
    dashboardRows: (question, { sinceMicros, untilMicros }) =>
      database.rows<Row>(compileQuestion(question, { range: literalRange(sinceMicros, untilMicros) }).sql),
    close: async () => {
      await asker.close();
      await database.close();
      await created.drop();
    },
  };
}

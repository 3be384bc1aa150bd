import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';

import { connectDatabase } from '../connection/connect-database';
import type { Database } from '../connection/database';
import { migrate } from '../migrations/migrate';
import { RunStore } from '../store/run-store';
import { buildRun } from '../testing/build-run';
import type { ExportedAttempt } from './exported-attempt';
import { RunExportModel } from './run-export-model';

const UUID = 'aaaaaaaa-0000-4000-8000-00000000000e';

let schema: TestDatabase;
let database: Database;

beforeAll(async () => {
  schema = await createTestDatabase();
  database = await connectDatabase(schema.url);
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  await schema.drop();
});

describe('RunExportModel', () => {
  it('should give the same in pages, where other runs are held whole, as of a run that is held whole', async () => {
    const tests = Array.from({ length: 2500 }, (_, index) => `pkg.mod.Case.test_${(index * 7919) % 2500}`);
    await new RunStore(database).write(buildRun({ uuid: UUID, tests }));
    const run = await new RunExportModel(database).find(UUID);
    const held = [run!.attempts(), run!.attempts()];
    for (const one of held) expect((await one.next()).done).toBe(false);
    const paged = await all(run!.attempts());
    for (const one of held) await one.return(undefined);
    const whole = await all(run!.attempts());
    expect(whole.flat()).toHaveLength(tests.length);
    expect(paged.flat()).toEqual(whole.flat());
    expect([paged[0]?.length, whole[0]?.length]).toEqual([1000, 1000]);
  });
});

async function all(
  pages: AsyncGenerator<readonly ExportedAttempt[]>,
): Promise<readonly (readonly ExportedAttempt[])[]> {
  const found: (readonly ExportedAttempt[])[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

import { openTestDatabase, type OpenTestDatabase } from '../testing';
import { addRefusals } from './add-refusals';

const NOON = Date.UTC(2026, 10, 25, 12) * 1000;
const MINUTE = 60_000_000;

describe('addRefusals()', () => {
  let test: OpenTestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());
  beforeEach(() => test.database.execute('DELETE FROM tm_refused_hours'));

  const stored = () =>
    test.database.rows('SELECT hour, code, refused, newest_at AS newestAt FROM tm_refused_hours ORDER BY hour, code');

  it('should add up what is refused in an hour for one reason', async () => {
    await addRefusals(test.database, [{ code: 'no_subunit', count: 2, newestAtMicros: NOON + 5 * MINUTE }]);
    await addRefusals(test.database, [
      { code: 'no_subunit', count: 1, newestAtMicros: NOON + MINUTE },
      { code: 'empty_stream', count: 4, newestAtMicros: NOON + 61 * MINUTE },
    ]);
    expect(await stored()).toEqual([
      { hour: '2026-11-25 12:00:00', code: 'no_subunit', refused: 3, newestAt: '2026-11-25 12:05:00.000000' },
      { hour: '2026-11-25 13:00:00', code: 'empty_stream', refused: 4, newestAt: '2026-11-25 13:01:00.000000' },
    ]);
  });

  it('should lose nothing where several processes count at once', async () => {
    const codes = ['a', 'b', 'c', 'd'];
    const once = (order: readonly string[]) =>
      addRefusals(
        test.database,
        order.map((code) => ({ code, count: 1, newestAtMicros: NOON })),
      );
    await Promise.all(Array.from({ length: 40 }, (_, index) => once(index % 2 === 0 ? codes : [...codes].reverse())));
    expect(await stored()).toMatchObject(codes.map((code) => ({ code, refused: 40 })));
  });

  it('should do nothing for nothing', async () => {
    await addRefusals(test.database, []);
    expect(await stored()).toEqual([]);
  });
});

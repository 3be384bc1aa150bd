import { decodeAll } from '@testmetrics/subunit';
import { exportAverage } from './export-average';
import { bytesOf, START_MICROS } from './testing';

async function* times() {
  yield [{ name: 'a', seconds: 0.25 }];
  yield [{ name: 'b', seconds: 1e-6 }];
}

describe('exportAverage()', () => {
  it.each(['subunit2', 'subunit1'] as const)(
    'should write one success a test that takes its mean time, as %s',
    async (format) => {
      const bytes = await bytesOf(exportAverage(times(), { format, startMicros: START_MICROS }));
      const events = decodeAll(bytes).map((item) => (item.kind === 'event' ? item.event : null));
      expect(
        events.map((event) => [event?.testId, event?.status, (event?.timestampMicros ?? 0) - START_MICROS]),
      ).toEqual([
        ['a', 'inprogress', 0],
        ['a', 'success', 250_000],
        ['b', 'inprogress', 0],
        ['b', 'success', 1],
      ]);
    },
  );
});

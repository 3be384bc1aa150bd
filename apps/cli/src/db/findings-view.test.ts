import type { Finding } from '@testmetrics/database';
import { formatFindings, isFault } from './findings-view';

const mismatch: Finding = {
  kind: 'mismatch',
  table: 'tm_test_days',
  key: { series_id: 3, day: '2026-09-01', test_id: 9 },
  expected: { fail: 2 },
  found: { fail: 1 },
};
const foreign: Finding = { kind: 'foreign', table: 'runs', key: { id: 7 }, expected: null, found: null };

describe('formatFindings()', () => {
  it('should say clean where there is nothing', () => {
    expect(formatFindings([])).toBe('clean: counters, rollups and histories equal the raw rows\n');
  });

  it('should name table, row, and both values of a fault, and what to do', () => {
    const text = formatFindings([mismatch]);
    expect(text).toContain('tm_test_days');
    expect(text).toContain('series_id=3 day=2026-09-01 test_id=9');
    expect(text).toMatch(/fail=2\s+fail=1/);
    expect(text).toContain('1 fault found');
    expect(text).toContain('testmetrics db rebuild');
  });

  it('should tell runs of other tools without calling them faults', () => {
    const text = formatFindings([foreign]);
    expect(text).toContain('clean:');
    expect(text).toContain('1 run was written by other tools');
    expect(isFault(foreign)).toBe(false);
    expect(isFault(mismatch)).toBe(true);
  });
});

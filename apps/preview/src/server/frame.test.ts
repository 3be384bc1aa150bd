import { columnType, columnValue } from './column-type';
import { frameJson, withTimeColumn } from './frame';

describe('withTimeColumn()', () => {
  it('should read seconds and milliseconds in a column called "time", and leave other numbers alone', () => {
    const fields = [
      { name: 'time', type: 'number' as const, values: [1_700_000_000, 1_700_000_000_123, null] },
      { name: 'other', type: 'number' as const, values: [1_700_000_000, 1, null] },
    ];
    expect(withTimeColumn(fields)).toEqual([
      { name: 'time', type: 'time', values: [1_700_000_000_000, 1_700_000_000_123, null] },
      fields[1],
    ]);
  });
});

describe('frameJson()', () => {
  it('should have no fields where there are no rows', () => {
    expect(frameJson('A', 'SELECT 1', [{ name: 'x', type: 'number', values: [] }])).toEqual({
      schema: { refId: 'A', meta: { executedQueryString: 'SELECT 1' }, fields: [] },
      data: { values: [] },
    });
  });
});

describe('columnValue()', () => {
  it('should read dates as UTC, decimals as numbers and bytes as text', () => {
    expect(columnValue('time', '2026-01-02 03:04:05.678901')).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 678));
    expect(columnValue('time', '2026-01-02')).toBe(Date.UTC(2026, 0, 2));
    expect(columnValue('time', '0000-00-00 00:00:00')).toBeNull();
    expect(columnValue('number', '12.50')).toBe(12.5);
    expect(columnValue('string', Buffer.from('é'))).toBe('é');
    expect(columnValue('number', null)).toBeNull();
    expect([columnType(246), columnType(12), columnType(252)]).toEqual(['number', 'time', 'string']);
  });
});

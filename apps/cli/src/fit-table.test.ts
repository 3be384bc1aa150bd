import { formatTable } from './table';
import type { Column } from './table';

const COLUMNS: readonly Column[] = [
  { title: 'Failed', align: 'right' },
  { title: 'Seen', optional: 2 },
  { title: 'Note', optional: 1 },
  { title: 'Test', least: 9 },
];
const NAME = 'a.package.of.tests.Class.test_with_a_long_name';
const ROWS = [
  ['1 of 2', '2026-09-01', '', NAME],
  ['10 of 20', '2026-09-02', '', 'b.test'],
];

const linesOf = (width: number | null, rows = ROWS) => formatTable(COLUMNS, rows, width).trimEnd().split('\n');

describe('formatTable() of a width', () => {
  it('should write everything where no terminal is', () => {
    expect(linesOf(null)[0]).toBe('  Failed  Seen        Note  Test');
    expect(linesOf(null)[1]).toContain(NAME);
  });

  it('should leave out what is empty and keep the rest where there is room', () => {
    expect(linesOf(200)).toEqual([
      '  Failed  Seen        Test',
      `  1 of 2  2026-09-01  ${NAME}`,
      '10 of 20  2026-09-02  b.test',
    ]);
  });

  it('should cut long names in the middle', () => {
    expect(linesOf(40)).toEqual([
      '  Failed  Seen        Test',
      '  1 of 2  2026-09-01  a.packag…long_name',
      '10 of 20  2026-09-02  b.test',
    ]);
  });

  it('should leave out optional columns before names get too short, and never cut a figure', () => {
    expect(linesOf(25)[0]).toBe('  Failed  Test');
    expect(linesOf(25)[1]).toBe('  1 of 2  a.packa…ng_name');
    expect(linesOf(5)[2]).toBe('10 of 20  b.test');
  });

  it.each([20, 25, 31, 40, 60])('should fit %d characters, with wide ones too', (width) => {
    const rows = [...ROWS, ['3 of 4', '2026-09-03', 'only 4 runs', '測試測試測試測試測試測試測試測試測試測試']];
    const columnsOf = (line: string) => Array.from(line).reduce((sum, one) => sum + (/[測試]/.test(one) ? 2 : 1), 0);
    expect(Math.max(...linesOf(width, rows).map(columnsOf))).toBeLessThanOrEqual(width);
  });
});

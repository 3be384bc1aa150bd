import { formatFacts, formatTable } from './table';

describe('formatTable()', () => {
  it('should align columns without lines, colors or blanks at the end', () => {
    const table = formatTable(
      [{ title: 'Outcome' }, { title: 'Tests', align: 'right' }, { title: '' }],
      [
        ['success', '1,000', ''],
        ['fail', '2', 'x'],
      ],
    );
    expect(table).toBe('Outcome  Tests\nsuccess  1,000\nfail         2  x\n');
  });
});

describe('formatFacts()', () => {
  it('should put the values under each other', () => {
    expect(
      formatFacts([
        ['Size', '1 B'],
        ['Complete', 'yes'],
      ]),
    ).toBe('Size      1 B\nComplete  yes\n');
  });
});

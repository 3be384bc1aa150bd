import { migrateOptions, optionsOfOtherPanel } from './migrations';
import { DEFAULT_OPTIONS } from './options';

describe('migrateOptions()', () => {
  it.each([undefined, null, 'text', 7, [], {}])('should make the defaults of %j', (saved) => {
    expect(migrateOptions(saved)).toEqual(DEFAULT_OPTIONS);
  });

  it('should keep what is right', () => {
    const saved = {
      sort: 'slowest',
      onlyFailing: true,
      showControls: false,
      showLegend: false,
      mergePrefixes: false,
      newest: 'left',
      rowHeight: 16,
      cellWidth: 12,
      nameWidth: 300,
      click: 'run',
      testLink: '/d/x?t=${__data.fields.test}',
      runLink: 'https://ci.example.org/${__data.fields.run}',
      defaultLinks: false,
    };
    expect(migrateOptions(saved)).toEqual(saved);
  });

  it('should replace what makes no sense, and drop what it does not know', () => {
    const saved = { sort: 'color', newest: 1, click: null, showLegend: 'yes', testLink: {}, rowHeight: NaN, extra: 1 };
    expect(migrateOptions(saved)).toEqual(DEFAULT_OPTIONS);
  });

  it('should bring sizes within their limits, and take nothing and less for "as it fits"', () => {
    const sizes = { rowHeight: 1, cellWidth: 1e9, nameWidth: -5 };
    expect(migrateOptions(sizes)).toMatchObject({ rowHeight: 12, cellWidth: 120, nameWidth: 0 });
    expect(migrateOptions({ rowHeight: 0, cellWidth: 0.2 })).toMatchObject({ rowHeight: 20, cellWidth: 6 });
  });
});

describe('optionsOfOtherPanel()', () => {
  it('should keep whether there was a legend', () => {
    expect(optionsOfOtherPanel({ legend: { showLegend: false }, rowHeight: 0.9 })).toEqual({ showLegend: false });
    expect(optionsOfOtherPanel({ legend: 'none' })).toEqual({});
    expect(optionsOfOtherPanel(undefined)).toEqual({});
  });
});

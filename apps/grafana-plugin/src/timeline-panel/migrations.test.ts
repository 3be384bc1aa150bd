import { migrateOptions } from './migrations';
import { DEFAULT_OPTIONS } from './options';

describe('migrateOptions()', () => {
  it.each([[undefined], [null], [5], ['text'], [[]], [{}], [{ timeAxis: 'moon', detailsPlace: 3, showIdle: 'yes' }]])(
    'should make the defaults of %j',
    (saved) => expect(migrateOptions(saved)).toEqual(DEFAULT_OPTIONS),
  );

  it('should keep what makes sense', () => {
    const saved = { timeAxis: 'clock', detailsPlace: 'below', showIdle: false, showOverview: false, showChain: true };
    expect(migrateOptions(saved)).toEqual({ ...DEFAULT_OPTIONS, ...saved });
  });

  it.each([
    ['$key', 'key'],
    ['${key}', 'key'],
    ['var-key', 'key'],
    [' key ', 'key'],
    ['', ''],
  ])('should read the variable %j as %j', (attachmentsVariable, name) => {
    expect(migrateOptions({ attachmentsVariable }).attachmentsVariable).toBe(name);
  });

  it('should leave what it has made', () => {
    const once = migrateOptions({ attachmentsVariable: '$key', timeAxis: 'clock' });
    expect(migrateOptions(once)).toEqual(once);
  });
});

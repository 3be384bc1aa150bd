import { expandMacros, MacroError } from './macros';

const CONTEXT = { fromMs: 1_700_000_000_900, toMs: 1_700_003_600_000, intervalMs: 60_000 };

describe('expandMacros()', () => {
  it.each([
    ['$__timeFrom()', 'FROM_UNIXTIME(1700000000)'],
    ['$__timeTo()', 'FROM_UNIXTIME(1700003600)'],
    ['$__timeFilter(r.run_at)', 'r.run_at BETWEEN FROM_UNIXTIME(1700000000) AND FROM_UNIXTIME(1700003600)'],
    ["$__timeGroup(r.run_at, '1h')", 'UNIX_TIMESTAMP(r.run_at) DIV 3600 * 3600'],
    ['$__timeGroup(r.run_at,$__interval)', 'UNIX_TIMESTAMP(r.run_at) DIV 60 * 60'],
    ['$__timeGroupAlias(r.run_at, 5m)', 'UNIX_TIMESTAMP(r.run_at) DIV 300 * 300 AS "time"'],
    ['$__unixEpochFilter(t)', 't >= 1700000000 AND t <= 1700003600'],
    ['$__unixEpochGroup(t, 1d)', 't DIV 86400 * 86400'],
    ['$__unixEpochNanoFrom()', '1700000000000000000'],
    ['$__interval_ms', '60000'],
    ['SELECT 1', 'SELECT 1'],
  ])('should make %s what Grafana makes of it', (sql, expanded) => {
    expect(expandMacros(sql, CONTEXT)).toBe(expanded);
  });

  it('should name a macro that there is not, in a literal too', () => {
    expect(() => expandMacros("SELECT '$total(x)'", CONTEXT)).toThrow(new MacroError('Unknown macro $total.'));
  });

  it.each(['SHOW GRANTS', 'SELECT user()', 'SELECT current_user', 'SELECT 1, session_user()'])(
    'should refuse %s',
    (sql) => {
      expect(() => expandMacros(sql, CONTEXT)).toThrow(MacroError);
    },
  );

  it('should say what a macro expects', () => {
    expect(() => expandMacros('$__timeFilter()', CONTEXT)).toThrow('expects a column');
    expect(() => expandMacros('$__timeGroup(t, soon)', CONTEXT)).toThrow('found "soon"');
    expect(() => expandMacros('$__timeGroup(t, 1h, 0)', CONTEXT)).toThrow('does not fill gaps');
  });
});

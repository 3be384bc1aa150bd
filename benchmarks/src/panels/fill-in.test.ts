import { fillIn } from './fill-in';

const SPAN = { fromSeconds: 100, toSeconds: 200 };

describe('fillIn()', () => {
  it('should put in variables as Grafana formats them, and then macros', () => {
    const sql =
      'SELECT a FROM t WHERE k IN (${job:csv}) AND n = "${search:lucene}" AND at >= $__timeFrom() AND at < $__timeTo()';
    const variables = new Map([
      ['job', '3,4'],
      ['search', 'a b"c'],
    ]);
    expect(fillIn(sql, variables, SPAN)).toBe(
      'SELECT a FROM t WHERE k IN (3,4) AND n = "a\\ b\\"c" AND at >= FROM_UNIXTIME(100) AND at < FROM_UNIXTIME(200)',
    );
  });

  it('should refuse what it does not know, rather than time another question', () => {
    expect(() => fillIn('SELECT ${unknown:csv}', new Map(), SPAN)).toThrow('found none for ${unknown:csv}');
    expect(() => fillIn('SELECT $__interval', new Map(), SPAN)).toThrow('found $__interval');
  });
});

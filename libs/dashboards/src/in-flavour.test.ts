import { inFlavour } from './in-flavour';

describe('inFlavour()', () => {
  const link = { url: '/d/@job?var-job=1&${__url_time_range}' };

  it('should lead to the dashboards of the flavour, with the choice of the datasource where there is one', () => {
    expect(inFlavour(link, 'app')).toEqual({ url: '/d/tm-job?${ds:queryparam}&var-job=1&${__url_time_range}' });
    expect(inFlavour(link, 'sql')).toEqual({ url: '/d/tm-sql-job?var-job=1&${__url_time_range}' });
  });

  it('should leave other addresses alone', () => {
    expect(inFlavour({ url: 'https://example.org/d/x?y' }, 'sql')).toEqual({ url: 'https://example.org/d/x?y' });
  });

  it('should compile the question of every target for plain MySQL, at any depth', () => {
    const panel = { targets: [{ refId: 'B', question: { kind: 'jobs', limit: 3 } }] };
    expect(inFlavour([panel], 'sql')).toEqual([
      { targets: [expect.objectContaining({ refId: 'B', rawQuery: true, rawSql: expect.stringMatching(/LIMIT 3$/) })] },
    ]);
  });

  it('should refuse a question that is none, and not write a panel that cannot answer', () => {
    expect(() => inFlavour({ refId: 'A', question: { kind: 'jobs', limit: 'many' } }, 'sql')).toThrow('limit');
  });
});

import { migrateQuery, readQuery } from './migrate-query';
import { QUERY_SCHEMA, type TestMetricsQuery } from './query';

const saved = (fields: object) => ({ refId: 'A', ...fields }) as TestMetricsQuery;

describe('migrateQuery()', () => {
  it('should leave a query of today as it is', () => {
    const query = saved({ schema: QUERY_SCHEMA, question: { kind: 'jobs' } });
    expect(migrateQuery(query)).toBe(query);
  });

  it('should move a kind and its fields from beside the refId into the question', () => {
    const query = saved({ kind: 'failingTests', jobs: ['full'], limit: 5, hide: true });
    expect(migrateQuery(query)).toEqual({
      refId: 'A',
      schema: QUERY_SCHEMA,
      hide: true,
      question: { kind: 'failingTests', jobs: ['full'], limit: 5 },
    });
  });

  it('should take over the SQL of a panel whose datasource was MySQL', () => {
    const query = saved({ rawSql: 'SELECT 1', rawQuery: true, editorMode: 'code', format: 'table', dataset: 'x' });
    expect(migrateQuery(query)).toEqual({
      refId: 'A',
      schema: QUERY_SCHEMA,
      mode: 'sql',
      rawSql: 'SELECT 1',
      format: 'table',
    });
  });

  it('should not change what it is given', () => {
    const query = Object.freeze(saved({ kind: 'jobs' }));
    expect(() => migrateQuery(query)).not.toThrow();
    expect(query).toEqual({ refId: 'A', kind: 'jobs' });
  });

  it('should change nothing the second time', () => {
    const once = migrateQuery(saved({ kind: 'jobs', projects: ['nova'] }));
    expect(migrateQuery(once)).toEqual(once);
  });
});

describe('readQuery()', () => {
  it.each([
    [{}, 'empty'],
    [{ question: { kind: '' } }, 'empty'],
    [{ question: null }, 'empty'],
    [{ mode: 'sql', rawSql: ' ', schema: 1 }, 'empty'],
    [{ mode: 'sql', rawSql: 'SELECT 1', schema: 1 }, 'sql'],
    [{ question: { kind: 'jobs' } }, 'question'],
    [{ question: { kind: 'jobs' }, rawSql: 'SELECT 1', datasource: { type: 'mysql', uid: 'x' } }, 'question'],
    [{ schema: 99, question: { kind: 'jobs' } }, 'problem'],
    [{ schema: 'x', kind: 'jobs' }, 'question'],
  ])('should read %j as %s', (fields, state) => {
    expect(readQuery(saved(fields)).state).toBe(state);
  });

  it('should say in words that a newer version saved it', () => {
    expect(readQuery(saved({ schema: 7, question: { kind: 'jobs' } }))).toEqual({
      state: 'problem',
      message: expect.stringContaining('Update the plugin'),
    });
  });
});

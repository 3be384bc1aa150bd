import { QUESTION_CATALOG } from '@testmetrics/questions';
import { hostileTexts, literalsOf, shapeOf } from '../../testing/hostile-texts';
import { fakeTemplates } from '../../testing/templates';
import { type Compiled, compileQuery, formatsOf, type Surroundings } from './compile-query';
import { dualForm } from './dual-form';
import { isRunnable } from './is-runnable';
import { QUERY_SCHEMA, type TestMetricsQuery } from './query';
import { fillSql } from './sql-texts';
import { templateTexts } from './template-texts';

function surroundings(variables: Record<string, string | string[]> = {}): Surroundings {
  const templates = fakeTemplates(variables);
  return {
    mysqlUid: 'db',
    replace: templateTexts(templates, undefined),
    fillSql: (sql) => fillSql(templates, sql, undefined),
    filters: [],
  };
}

const asks = (question: object, fields: object = {}) =>
  ({ refId: 'B', schema: QUERY_SCHEMA, question, ...fields }) as unknown as TestMetricsQuery;

function sqlOf(compiled: Compiled): string {
  if (compiled.state !== 'ready') throw new Error(`Expected SQL, found ${JSON.stringify(compiled)}.`);
  return compiled.target.rawSql;
}

describe('compileQuery()', () => {
  it('should make what the MySQL datasource takes, and nothing else', () => {
    const compiled = compileQuery(
      asks({ kind: 'jobs' }, { key: 'Q-1', fill: true, datasource: { uid: 'ours' } }),
      surroundings(),
    );
    expect(compiled).toMatchObject({ state: 'ready', warnings: [] });
    expect(compiled.state === 'ready' && compiled.target).toEqual({
      refId: 'B',
      datasource: { type: 'mysql', uid: 'db' },
      rawSql: expect.stringContaining('$__timeFrom()'),
      format: 'table',
    });
  });

  it.each(QUESTION_CATALOG.map(({ kind, example }) => [kind, example] as const))(
    'should compile %s',
    (kind, example) => {
      expect(compileQuery(asks({ kind, ...example }), surroundings()).state).toBe('ready');
    },
  );

  it('should fill variables into fields: keys, names and texts', () => {
    const filled = compileQuery(
      asks({ kind: 'jobs', jobKeys: '${job}', branches: ['${branch}'] }),
      surroundings({ job: ['3', '5'], branch: 'stable/${x}' }),
    );
    expect(sqlOf(filled)).toContain('IN (3,5)');
    expect(literalsOf(sqlOf(filled))).toContain('stable/${x}');
  });

  it('should ask for everything where a variable says "All"', () => {
    expect(sqlOf(compileQuery(asks({ kind: 'jobs', jobKeys: '${job}' }), surroundings({ job: '0' })))).toBe(
      sqlOf(compileQuery(asks({ kind: 'jobs' }), surroundings())),
    );
  });

  it('should say which filters have no meaning', () => {
    const compiled = compileQuery(asks({ kind: 'jobs' }), {
      ...surroundings(),
      filters: [{ key: 'test', operator: '=', value: 'boot' }],
    });
    expect(compiled.state === 'ready' && compiled.warnings).toEqual([expect.stringContaining('"test = boot"')]);
  });

  it.each([
    [asks({ kind: 'nonsense' }), 'Choose a question again'],
    [asks({ kind: 'jobs', colour: 'red' }), 'colour'],
    [asks({ kind: 'jobs', limit: 1e9 }), 'limit'],
    [asks({ kind: 'testStat', testPattern: '(' }), 'Close the bracket'],
    [asks({ kind: 'jobs', jobKeys: '${typo}' }), 'Check that the variable exists'],
    [asks({ kind: 'jobs', jobs: ['x'.repeat(4001)] }), '4000 characters'],
    [asks({ kind: 'jobs' }, { schema: 9 }), 'Update the plugin'],
  ])('should answer %j in a sentence and not by throwing', (query, words) => {
    const compiled = compileQuery(query, surroundings());
    expect(compiled.state === 'problem' && compiled.message).toContain(words);
  });

  it('should take a test id of 4,000 characters', () => {
    const name = 'n'.repeat(4000);
    expect(literalsOf(sqlOf(compileQuery(asks({ kind: 'testStat', tests: [name] }), surroundings())))).toContain(name);
  });

  it('should give rows where series are asked of a question without a time', () => {
    expect(formatsOf({ kind: 'jobs' })).toEqual(['table']);
    expect(compileQuery(asks({ kind: 'jobs' }, { format: 'time_series' }), surroundings())).toMatchObject({
      target: { format: 'table' },
    });
  });

  it('should never send a format that makes the server panic', () => {
    const query = asks({}, { mode: 'sql', question: undefined, rawSql: 'SELECT 1', format: 'nonsense' });
    expect(compileQuery(query, surroundings())).toMatchObject({ target: { format: 'table' } });
  });

  it('should find every hostile value as data, through variables, names and filters', () => {
    const fields = { kind: 'testStat', measure: 'runs' };
    const shape = (query: object, variables = {}, filters: Surroundings['filters'] = []) =>
      compileQuery(asks(query), { ...surroundings(variables), filters });
    const plain = {
      variable: shapeOf(sqlOf(shape({ ...fields, jobs: '${v}' }, { v: 'plain' }))),
      name: shapeOf(sqlOf(shape({ ...fields, tests: ['plain'], projects: ['plain'] }))),
      filter: shapeOf(sqlOf(shape(fields, {}, [{ key: 'job', operator: '=', value: 'plain' }]))),
    };
    // "All" and an empty text have a meaning of their own.
    for (const text of hostileTexts(1200).filter((value) => value !== '$__all')) {
      const sound = Buffer.from(text, 'utf8').toString('utf8');
      const byVariable = sqlOf(shape({ ...fields, jobs: '${v}' }, { v: text }));
      expect(shapeOf(byVariable)).toBe(plain.variable);
      expect(literalsOf(byVariable)).toContain(sound);
      const byFilter = sqlOf(shape(fields, {}, [{ key: 'job', operator: '=', value: text }]));
      expect(shapeOf(byFilter)).toBe(plain.filter);
      expect(literalsOf(byFilter)).toContain(sound);
      if (/[$[]/.test(text)) continue;
      const byName = sqlOf(shape({ ...fields, tests: [text], projects: [text] }));
      expect(shapeOf(byName)).toBe(plain.name);
      expect(literalsOf(byName)).toContain(sound);
    }
  });
});

describe('dualForm()', () => {
  it("should carry the question and what Grafana's server needs for expressions", () => {
    const query = asks({ kind: 'jobs', jobKeys: '${job}' });
    const both = dualForm(query, compileQuery(query, surroundings({ job: '3' })));
    expect(both).toMatchObject({
      refId: 'B',
      question: { kind: 'jobs', jobKeys: [3] },
      datasource: { type: 'mysql', uid: 'db' },
      rawSql: expect.stringContaining('IN (3)'),
      format: 'table',
    });
  });

  it('should be asked again as the same question', () => {
    const query = asks({ kind: 'runsOverTime' });
    const first = compileQuery(query, surroundings());
    expect(compileQuery(dualForm(query, first), surroundings())).toEqual(first);
  });

  it('should leave alone what cannot be compiled, so that the answer says why', () => {
    const query = asks({ kind: 'nonsense' });
    expect(dualForm(query, compileQuery(query, surroundings()))).toEqual(query);
  });
});

describe('isRunnable()', () => {
  it.each([
    [asks({ kind: 'jobs' }), true],
    [asks({ kind: 'jobs' }, { hide: true }), false],
    [asks({}, { question: undefined }), false],
    [asks({ kind: 'nonsense' }), true],
    [{ refId: 'A', datasource: { type: 'mysql', uid: 'x' }, rawSql: 'SELECT 1' }, true],
    [{ refId: 'A', datasource: { type: 'mysql', uid: 'x' }, rawSql: '' }, false],
  ])('should say of %j: %s', (query, expected) => {
    expect(isRunnable(query as TestMetricsQuery)).toBe(expected);
  });
});

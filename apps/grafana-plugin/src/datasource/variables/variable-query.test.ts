import { hostileTexts, literalsOf, shapeOf } from '../../testing/hostile-texts';
import { fakeTemplates } from '../../testing/templates';
import { templateTexts } from '../query/template-texts';
import { carriesOf, compileVariable, readVariableQuery, type VariableQuery } from './variable-query';

const replaceBy = (values: Record<string, string | string[]>) => templateTexts(fakeTemplates(values), undefined);
const query = (completion: object, fields: object = {}) =>
  ({ refId: 'variable', schema: 1, completion, ...fields }) as VariableQuery;
const sqlOf = (saved: VariableQuery, values: Record<string, string | string[]> = {}) =>
  compileVariable(saved, replaceBy(values))?.sql ?? '';

describe('compileVariable()', () => {
  it('should list names with their keys', () => {
    expect(sqlOf(query({ of: 'jobs' }))).toMatch(/AS __text[^]*AS __value[^]*AS __key[^]*LIMIT 5000$/);
  });

  it('should narrow by what another variable holds, and not at all by "All"', () => {
    const saved = query({ of: 'jobs', projectKeys: '${project}' });
    expect(sqlOf(saved, { project: ['3', '4'] })).toContain('project_id IN (3,4)');
    expect(sqlOf(saved, { project: '0' })).toBe(sqlOf(query({ of: 'jobs' })));
  });

  it('should have the test whose key is searched for among the choices', () => {
    expect(
      sqlOf(query({ of: 'tests', search: '${search}', limit: 300 }, { carries: 'key' }), { search: '42' }),
    ).toContain("k.id = '42'");
  });

  it('should list the values of a metadata key that a variable names', () => {
    const sql = sqlOf(query({ of: 'metadataValues', metadataKey: '${key}' }), { key: 'node' });
    expect(literalsOf(sql)).toContain('node');
  });

  it('should ask nothing where nothing is chosen', () => {
    expect(compileVariable(readVariableQuery(''), replaceBy({}))).toBeNull();
    expect(compileVariable(readVariableQuery(null), replaceBy({}))).toBeNull();
  });

  it('should say which lists there are', () => {
    expect(() => sqlOf(query({ of: 'moons' }))).toThrow('expected one of projects, jobs');
  });

  it('should find hostile values as data', () => {
    const saved = query({ of: 'tests', search: '${search}' }, { carries: 'value' });
    const plain = shapeOf(sqlOf(saved, { search: 'plain' }));
    for (const text of hostileTexts(1200).filter((value) => value !== '$__all')) {
      expect(shapeOf(sqlOf(saved, { search: text }))).toBe(plain);
    }
  });
});

describe('carriesOf()', () => {
  it.each([
    [query({ of: 'jobs' }), 'key'],
    [query({ of: 'jobs' }, { carries: 'value' }), 'value'],
    [query({ of: 'metadataKeys' }, { carries: 'key' }), 'value'],
  ])('should be right for %j', (saved, expected) => {
    expect(carriesOf(saved)).toBe(expected);
  });
});

describe('readVariableQuery()', () => {
  it('should read text, the old form of a query', () => {
    expect(readVariableQuery(' jobs ')).toEqual({ refId: 'variable', completion: { of: 'jobs' } });
  });
});

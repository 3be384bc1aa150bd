import { filterConditions, variableLiteral } from './filters';

describe('filterConditions()', () => {
  it('should leave out what is not chosen', () => {
    expect(filterConditions('r', {})).toEqual([]);
  });

  it('should qualify every column', () => {
    expect(filterConditions('r', { job: { keys: [4] }, branch: { keys: [2, 3] } })).toEqual([
      'r.job_id IN (4)',
      'r.branch_id IN (2,3)',
    ]);
  });

  it('should find names by their hash, as the unique key has it', () => {
    const [condition] = filterConditions('s', { project: { names: ['nova', "it's"] } });
    expect(condition).toBe(
      "s.project_id IN (SELECT n.id FROM tm_projects AS n WHERE n.name_hash IN (UNHEX(LEFT(SHA2('nova', 256), 32)), UNHEX(LEFT(SHA2(_utf8mb4 0x69742773, 256), 32))))",
    );
  });

  it('should let the value for "All" switch a dashboard filter off', () => {
    expect(filterConditions('r', { job: { variable: 'job' } })).toEqual([
      '(0 IN (${job:csv}) OR r.job_id IN (${job:csv}))',
    ]);
  });

  it('should find nothing for an empty choice', () => {
    expect(filterConditions('r', { job: { keys: [] }, branch: { names: [] } })).toEqual(['1=0', '1=0']);
  });

  it("should refuse a variable's name that is none", () => {
    expect(() => filterConditions('r', { job: { variable: 'job} OR 1=1' } })).toThrow('variable');
    expect(variableLiteral('search')).toBe('"${search:lucene}"');
  });
});

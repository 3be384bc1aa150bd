import { compileQuestion } from '../compile/compile-question';
import { GRAFANA_RANGE, literalRange } from '../sql/time-range';
import { parseQuestion } from './parse-question';
import { QuestionError } from './question-error';

/** What is thrown, so that its parts can be looked at. */
function problemOf(value: unknown): QuestionError {
  try {
    parseQuestion(value);
  } catch (error) {
    if (error instanceof QuestionError) return error;
    throw error;
  }
  throw new Error('Expected a QuestionError, found none.');
}

describe('parseQuestion()', () => {
  it('should take a question with every field', () => {
    const question = {
      kind: 'failingTests',
      projects: ['nova', ''],
      jobKeys: [1, 2],
      testPattern: '^tempest\\.(api|scenario)',
      statuses: ['fail'],
      metadata: [{ key: 'node', value: '' }],
      runs: ['0C5F6E2A-1111-4222-8333-444455556666'],
      minRuns: 0,
      limit: 100,
      page: 2,
      columns: 'time',
      runLimit: 200,
    };
    expect(parseQuestion(question)).toEqual({ ...question, runs: ['0c5f6e2a-1111-4222-8333-444455556666'] });
  });

  it('should leave out fields that are undefined, as editors write them', () => {
    expect(parseQuestion({ kind: 'jobs', jobs: undefined })).toEqual({ kind: 'jobs' });
  });

  it('should name the kinds there are where the kind is unknown', () => {
    const problem = problemOf({ kind: 'failingTest' });
    expect(problem).toMatchObject({ code: 'unknown_kind', field: 'kind', found: '"failingTest"' });
    expect(problem.expected).toContain('failingTests');
    expect(problem.message).toMatch(/^Expected one of .+ for "kind", found "failingTest"\. .+\.$/);
    for (const kind of [undefined, null, 7, '', 'toString', '__proto__', 'constructor']) {
      expect(problemOf({ kind }).code).toBe('unknown_kind');
    }
  });

  it.each([null, undefined, 'jobs', 7, [], [{ kind: 'jobs' }]])('should refuse %j, which is no object', (value) => {
    expect(problemOf(value)).toMatchObject({ code: 'bad_value', field: 'question' });
  });

  it('should refuse a field that it does not know, since leaving a filter out gives a wrong answer', () => {
    expect(problemOf({ kind: 'jobs', job: ['a'] })).toMatchObject({ code: 'unknown_field', field: 'job' });
  });

  it.each([
    ['limit', 0, 'bad_limit'],
    ['limit', -1, 'bad_limit'],
    ['limit', 1.5, 'bad_limit'],
    ['limit', 1001, 'bad_limit'],
    ['limit', '25', 'bad_limit'],
    ['limit', Number.NaN, 'bad_limit'],
    ['limit', Number.POSITIVE_INFINITY, 'bad_limit'],
    ['page', 0, 'bad_limit'],
    ['page', 10_001, 'bad_limit'],
    ['minRuns', -1, 'bad_limit'],
    ['runLimit', 201, 'bad_limit'],
    ['jobKeys', [1.5], 'bad_key'],
    ['jobKeys', ['1'], 'bad_key'],
    ['jobKeys', [-1], 'bad_key'],
    ['jobKeys', [Number.NaN], 'bad_key'],
    ['jobKeys', 1, 'bad_value'],
    ['jobs', 'tempest', 'bad_value'],
    ['jobs', [7], 'bad_value'],
    ['jobs', Array.from({ length: 1001 }, String), 'bad_value'],
    ['testPrefix', 7, 'bad_value'],
    ['testPrefix', 'x'.repeat(4001), 'text_too_long'],
    ['testPattern', '(', 'bad_pattern'],
    ['statuses', ['failed'], 'bad_value'],
    ['metadata', [{ value: 'x' }], 'bad_value'],
    ['metadata', [{ key: '', value: 'x' }], 'bad_value'],
    ['metadata', ['x'], 'bad_value'],
    ['runs', ['42'], 'bad_uuid'],
    ['runs', ["00000000-0000-4000-8000-00000000000'"], 'bad_uuid'],
    ['runs', ['00000000-0000-4000-8000-000000000001\n'], 'bad_uuid'],
    ['columns', 'days', 'bad_value'],
  ])('should refuse %s = %j with a sentence', (field, value, code) => {
    const problem = problemOf({ kind: 'jobs', [field]: value });
    expect(problem.code).toBe(code);
    expect(problem.field.split(/[[.]/)[0]).toBe(field);
    expect(problem.message.length).toBeLessThan(400);
    expect(problem.action).toMatch(/^[A-Z].*\.$/);
  });

  it('should know the words of the kind only', () => {
    expect(problemOf({ kind: 'runStat', measure: 'speed' })).toMatchObject({ code: 'bad_value', field: 'measure' });
    // Kept from another kind, and without a meaning here.
    expect(parseQuestion({ kind: 'jobs', measure: 'speed' })).toEqual({ kind: 'jobs', measure: 'speed' });
  });

  it('should be what the compiler does first', () => {
    const bad = JSON.parse('{"kind":"jobs","limit":"1; DROP TABLE runs"}');
    expect(() => compileQuestion(bad, { range: GRAFANA_RANGE })).toThrow(QuestionError);
  });
});

describe('a range that ends before it begins', () => {
  it('should be refused with a sentence', () => {
    expect(() => literalRange(2_000_000, 1_000_000)).toThrow(
      'Expected a range that ends after it begins for "range", found one that begins at 1970-01-01T00:00:02.000Z and ends at 1970-01-01T00:00:01.000Z. Exchange the two ends.',
    );
    expect(() => literalRange(5, 5)).not.toThrow();
  });
});

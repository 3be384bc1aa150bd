import { displayText } from './display-text';
import { type TestMetricsQuery } from './query';

const text = (fields: object) => displayText({ refId: 'A', schema: 1, ...fields } as TestMetricsQuery);

describe('displayText()', () => {
  it('should read like a sentence', () => {
    expect(text({ question: { kind: 'failingTests', jobs: ['tempest-full'], limit: 10 } })).toBe(
      'Failing tests of job tempest-full, top 10',
    );
  });

  it.each([
    [{}, 'No question is chosen'],
    [{ mode: 'sql', rawSql: 'SELECT\n  1' }, 'SQL: SELECT 1'],
    [{ question: { kind: 'nonsense' } }, 'A question of the unknown kind "nonsense"'],
  ])('should say of %j: %s', (fields, expected) => {
    expect(text(fields)).toBe(expected);
  });
});

import { textLiteral } from './literal';
import { nameConditions } from './tests';

describe('nameConditions()', () => {
  it.each([
    ['plain text', textLiteral('tempest.api')],
    ['text as bytes', textLiteral("it's")],
    ['a variable', '"${prefix:lucene}"'],
  ])('should put literals together that have one collation on MySQL 8: %s', (_what, prefix) => {
    const [condition = ''] = nameConditions('n', { prefix });
    const [, joined = ''] = /CONCAT\((.*)\)$/.exec(condition) ?? [];
    const parts = joined.split(', ');
    expect(parts).toHaveLength(2);
    expect(parts.filter((part) => !part.startsWith('_utf8mb4 '))).toEqual([]);
  });
});

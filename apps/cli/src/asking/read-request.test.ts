import { listRunsQuerySchema, neverFailingQuerySchema } from '@testmetrics/api-contract';
import { UsageError } from '../errors';
import { readRequest } from './read-request';

const ranked = { query: neverFailingQuerySchema, takesMetadata: true };

describe('readRequest()', () => {
  it('should give the same to a URL and to a use case', () => {
    const input = {
      job: ['a b', 'c'],
      since: '2026-09-01',
      until: '2026-09-02T00:00:00Z',
      minRuns: '20',
      limit: '7',
      meta: ['node=x=y', 'e='],
      json: true,
    };
    const { pairs, query } = readRequest(ranked, input, []);
    expect(pairs).toEqual([
      ['job', 'a b'],
      ['job', 'c'],
      ['since', '2026-09-01T00:00:00Z'],
      ['until', '2026-09-02T00:00:00Z'],
      ['min_runs', '20'],
      ['limit', '7'],
      ['meta.node', 'x=y'],
      ['meta.e', ''],
    ]);
    expect(query).toEqual({
      job: ['a b', 'c'],
      since: Date.UTC(2026, 8, 1) * 1000,
      until: Date.UTC(2026, 8, 2) * 1000,
      min_runs: 20,
      limit: 7,
      metadata: [
        { key: 'node', value: 'x=y' },
        { key: 'e', value: '' },
      ],
    });
  });

  it('should name every option that is wrong, with what was expected and found', () => {
    const input = { limit: '0', minRuns: 'x', since: 'foo', meta: ['y'] };
    let message = '';
    try {
      readRequest(ranked, input, []);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      message = String(error);
    }
    expect(message).toContain('--limit: expected at least 1, found "0"');
    expect(message).toContain('--min-runs: expected a whole number from 0 to 1000000000, found "x"');
    expect(message).toContain('--since: expected ISO 8601 with a zone');
    expect(message).toContain('--meta: expected KEY=VALUE, found "y"');
  });

  it.each([
    [{ job: ['a', 'b'] }, '--job: expected it once, found it 2 times'],
    [{ since: '2026-09-02', until: '2026-09-02' }, '--since: expected a time before --until 2026-09-02T00:00:00Z'],
    [{ since: '2999-01-01' }, '--since: expected a time before now'],
    [{ limit: '501' }, '--limit: expected at most 500, found "501"'],
  ])('should refuse %j for runs', (input, message) => {
    expect(() => readRequest({ query: listRunsQuerySchema }, input, [])).toThrow(message);
  });
});

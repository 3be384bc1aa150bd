import type { TestService } from './testing';
import { startTestService } from './testing';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.dispose());

const get = async (path: string) => {
  const response = await fetch(service.url + path);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('GET /v1/tests/failing', () => {
  it('should list nothing of an empty database, and say of which range', async () => {
    const { status, body } = await get('/v1/tests/failing');
    expect(status).toBe(200);
    expect(body).toEqual({ since: expect.any(String), until: expect.any(String), items: [], next: null });
  });

  it.each([
    ['limit=0', 'limit', 'at least 1'],
    ['limit=1000000000', 'limit', 'a whole number from 1 to 500'],
    ['since=yesterday', 'since', 'ISO 8601'],
    ['nonsense=1', '"nonsense"', 'one of job, project, branch'],
    ['min_runs=-1', 'min_runs', 'a whole number'],
  ])('should refuse %s', async (query, where, expected) => {
    const { status, body } = await get(`/v1/tests/failing?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ where, expected: expect.stringContaining(expected) }] });
  });

  it.each(['x', 'W10', Buffer.from('[0,1,"x","y"]').toString('base64url')])(
    'should refuse the cursor %s',
    async (cursor) => {
      const { status, body } = await get(`/v1/tests/failing?cursor=${cursor}`);
      expect(status).toBe(400);
      expect(body['code']).toMatch(/cursor/);
    },
  );

  it('should refuse a range that ends before it begins', async () => {
    const { status, body } = await get('/v1/tests/failing?since=2026-09-02T00:00:00Z&until=2026-09-01T00:00:00Z');
    expect(status).toBe(400);
    expect(body['code']).toBe('bad_range');
  });
});

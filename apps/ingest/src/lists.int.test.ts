import { problemSchema, runListSchema, runTestsListSchema } from '@testmetrics/api-contract';
import type { RunListBody, RunTestsListBody } from '@testmetrics/api-contract';
import { startTestService, streamOf } from './testing';
import type { TestService } from './testing';

const RUNS = 7;

describe('lists', () => {
  let service: TestService;
  let retried = '';
  beforeAll(async () => {
    service = await startTestService();
    for (let day = 1; day <= RUNS; day++) {
      await upload(`meta.build_name=job-${day % 2}&meta.project=nova&run_at=2026-05-0${day}T00:00:00Z`, ['a']);
    }
    retried = await upload('meta.build_name=retried', [
      { id: 'x[id-1,smoke]', status: 'fail', tags: ['worker-1'], files: { traceback: 'ValueError: no' } },
      { id: 'x[id-1,smoke]', status: 'success' },
      { id: 'y', status: 'inprogress' },
      'z',
    ]);
  });
  afterAll(() => service.dispose());

  const upload = async (query: string, tests: Parameters<typeof streamOf>[0]): Promise<string> => {
    const response = await fetch(`${service.url}/v1/runs?${query}`, { method: 'POST', body: streamOf(tests) });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };

  const listRuns = async (query = ''): Promise<RunListBody> =>
    runListSchema.parse(await (await fetch(`${service.url}/v1/runs?${query}`)).json());

  const listTests = async (id: string, query = ''): Promise<RunTestsListBody> =>
    runTestsListSchema.parse(await (await fetch(`${service.url}/v1/runs/${id}/tests?${query}`)).json());

  const daysOf = ({ items }: RunListBody): number[] => items.map((run) => Number(run.run_at.slice(8, 10)));

  it('should list runs, the newest first', async () => {
    expect(daysOf(await listRuns('project=nova'))).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it.each([
    ['job=job-1', [7, 5, 3, 1]],
    ['job=job-1&since=2026-05-03T00:00:00Z&until=2026-05-07T00:00:00Z', [5, 3]],
    ['project=nova&job=retried', []],
    ['job=job-1&until=2001-01-01T00:00:00Z', []],
  ])('should filter by %s', async (query, days) => {
    expect(daysOf(await listRuns(query))).toEqual(days);
  });

  it('should go through all pages, each run once', async () => {
    const days: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: RunListBody = await listRuns(`project=nova&limit=3${next === '' ? '' : `&cursor=${next}`}`);
      days.push(...daysOf(page));
      next = page.next;
    }
    expect(days).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('should list the tests of a run with their attempts', async () => {
    const { items, next } = await listTests(retried);
    expect(next).toBeNull();
    expect(items.map(({ test, status, flaky, message }) => [test, status, flaky, message])).toEqual(
      expect.arrayContaining([
        ['x', 'success', true, 'ValueError: no'],
        ['y', 'inprogress', false, null],
        ['z', 'success', false, null],
      ]),
    );
    const attempts = items.find(({ test }) => test === 'x')?.attempts;
    expect(attempts?.map(({ number, status, attrs, tags, seconds }) => [number, status, attrs, tags, seconds])).toEqual(
      [
        [1, 'fail', 'id-1,smoke', ['worker-1'], 0.25],
        [2, 'success', 'id-1,smoke', [], 0.25],
      ],
    );
  });

  it('should filter tests by status, and go through pages', async () => {
    expect((await listTests(retried, 'status=success')).items.map(({ test }) => test).sort()).toEqual(['x', 'z']);
    const first = await listTests(retried, 'limit=2');
    const second = await listTests(retried, `limit=2&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items].map(({ test }) => test).sort()).toEqual(['x', 'y', 'z']);
    expect(second.next).toBeNull();
  });

  it.each([
    ['/v1/runs?limit=0', 'bad_parameter'],
    ['/v1/runs?limit=501', 'bad_parameter'],
    ['/v1/runs?limit=many', 'bad_parameter'],
    ['/v1/runs?since=yesterday', 'bad_time'],
    ['/v1/runs?since=2026-05-03T00:00:00Z&until=2026-05-03T00:00:00Z', 'bad_range'],
    ['/v1/runs?job=jbo-1', 'job_not_found'],
    ['/v1/runs?project=nova&branch=none', 'branch_not_found'],
    ['/v1/runs?cursor=nonsense', 'invalid_cursor'],
    ['/v1/runs?jobs=x', 'unknown_parameter'],
    ['/v1/runs?job=a&job=b', 'parameter_repeated'],
    ['/v1/runs/00000000-0000-0000-0000-000000000000/tests?status=broken', 'bad_parameter'],
    ['/v1/runs/00000000-0000-0000-0000-000000000000/tests?cursor=%5B1%2C2%5D', 'run_not_found'],
  ])('should refuse %s', async (path, code) => {
    const problem = problemSchema.parse(await (await fetch(`${service.url}${path}`)).json());
    expect(problem.code).toBe(code);
    expect(problem.expected).toBeDefined();
    expect(problem.found).toBeDefined();
  });

  it('should name the jobs that may have been meant', async () => {
    const problem = problemSchema.parse(await (await fetch(`${service.url}/v1/runs?job=jbo-1`)).json());
    expect([problem.status, problem.suggestions]).toEqual([404, ['job-1']]);
  });
});

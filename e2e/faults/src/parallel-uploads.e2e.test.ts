import { encodeRun, postStream } from '@testmetrics/harness';
import { FaultStack } from './fault-stack';
import { readRuns, waitForRollups } from './raw-rows';

const PARALLEL = 16;
const ROUNDS = 20;
const TESTS = 100;
const QUERY = 'meta.build_name=parallel&meta.project=faults&meta.build_branch=main';

function stream(number: number): Buffer {
  const startMicros = (Date.UTC(2026, 8, 1) + number * 60_000) * 1000;
  return encodeRun({ tests: TESTS, prefix: 'parallel', seed: number, startMicros });
}

describe('many uploads of one job at once', () => {
  let stack: FaultStack;
  beforeAll(async () => {
    stack = await FaultStack.start();
  });
  afterAll(() => stack.stop());

  it(`should store ${PARALLEL} at a time, ${ROUNDS} rounds, without an error or a loss`, async () => {
    const answers: number[] = [];
    const ids = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const streams = Array.from({ length: PARALLEL }, (_, number) => stream(round * PARALLEL + number));
      const posted = await Promise.all(streams.map((body) => postStream(`${stack.url}/v1/runs?${QUERY}`, body)));
      for (const { status, text } of posted) {
        answers.push(status);
        ids.add((JSON.parse(text) as { id: string }).id);
      }
    }
    expect(answers).toEqual(Array(PARALLEL * ROUNDS).fill(201));
    expect(ids.size).toBe(PARALLEL * ROUNDS);
    await waitForRollups(stack.databaseUrl);
    const runs = await readRuns(stack.databaseUrl);
    expect(runs.map(({ testRuns }) => testRuns)).toEqual(Array(PARALLEL * ROUNDS).fill(TESTS));
    expect(await stack.checkDatabase()).toMatchObject({ status: 0 });
  });

  it('should store one run where the same upload comes many times at once', async () => {
    const body = stream(1_000_000);
    const posts = Array.from({ length: PARALLEL }, () => postStream(`${stack.url}/v1/runs?${QUERY}&meta.same=1`, body));
    const posted = await Promise.all(posts);
    expect(posted.map(({ status }) => status).sort()).toEqual([...Array(PARALLEL - 1).fill(200), 201]);
    expect(new Set(posted.map(({ text }) => (JSON.parse(text) as { id: string }).id)).size).toBe(1);
    expect(await readRuns(stack.databaseUrl)).toHaveLength(PARALLEL * ROUNDS + 1);
  });
});

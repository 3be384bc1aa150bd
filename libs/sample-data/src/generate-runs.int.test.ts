import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusDirectory } from '@testmetrics/corpus';
import { decodeAll, type Status } from '@testmetrics/subunit';
import { generateHistory, uploadQuery, type GeneratedRun } from './generate-runs';
import { loadRecordings } from './recordings';
import { SAMPLE_JOBS } from './sample-jobs';
import { outageOf } from './stories';
import { DAY } from './time';

const END = Date.UTC(2026, 10, 24, 15, 30) * 1_000;
const recordings = loadRecordings((name) => readFileSync(join(corpusDirectory(), name)));
const jobsNamed = (name: string) => SAMPLE_JOBS.filter((job) => job.name === name);

const history = (options: Partial<Parameters<typeof generateHistory>[1]> = {}): GeneratedRun[] => [
  ...generateHistory(recordings, { seed: 'test', endMicros: END, ...options }).runs,
];

describe('generateHistory()', () => {
  it('should give the same bytes for the same seed and end', () => {
    const take = (seed: string) =>
      history({ seed, days: 2 }).map((run) => [run.id, Buffer.from(run.stream()).toString('hex')]);
    expect(take('one')).toEqual(take('one'));
    expect(take('one')).not.toEqual(take('two'));
  });

  it('should mark every run as sample data and name job, project, branch, commit and queue', () => {
    for (const { metadata } of history({ days: 5 })) {
      expect(metadata).toMatchObject({ sample: 'true', build_newrev: expect.stringMatching(/^[0-9a-f]{40}$/) });
      expect(Object.keys(metadata)).toEqual(
        expect.arrayContaining(['build_name', 'project', 'build_branch', 'build_queue']),
      );
    }
    expect(history({ days: 1, isSample: false })[0]?.metadata).not.toHaveProperty('sample');
  });

  it('should make streams that decode without damage, unless they broke off', () => {
    const damaged = history({ days: 20 }).filter((run) =>
      decodeAll(run.stream()).some(({ kind }) => kind === 'damage'),
    );
    expect(damaged.length).toBeLessThan(8);
  });

  it('should start every stream at the time of the run', () => {
    for (const run of history({ days: 40, jobs: jobsNamed('periodic-shop-nightly') })) {
      const [first] = timesOf(run);
      expect(Math.abs((first ?? 0) - Date.parse(run.runAt) * 1_000)).toBeLessThan(2_000_000);
    }
  });

  it('should retry failed tests within a run: some of them pass then', () => {
    const runs = history({ jobs: jobsNamed('shop-integration') });
    const flaky = runs.filter((run) => [...endsOf(run).values()].some((ends) => ends.join() === 'fail,success'));
    expect(flaky.length).toBeGreaterThan(10);
  });

  it('should hold a regression and its repair', () => {
    const jobs = jobsNamed('periodic-subunit2sql-mysql');
    const failures = (from: number, until: number) =>
      history({ jobs })
        .filter((run) => isBetween(run, from, until))
        .map(
          (run) =>
            [...endsOf(run)].filter(([id, ends]) => id.includes('TestDatabaseAPI') && ends.includes('fail')).length,
        );
    expect(Math.min(...failures(41, 37))).toBe(3);
    expect(Math.max(...failures(60, 42), ...failures(36, 20))).toBe(0);
  });

  it('should hold a slow-down of one job', () => {
    const total = (name: string, from: number, until: number) => {
      const runs = history({ jobs: jobsNamed(name) }).filter(
        ({ metadata, runAt }) => metadata['project'] === 'openstack/oslo.log' && isBetween({ runAt }, from, until),
      );
      const spans = runs.map(timesOf).map((times) => Math.max(...times) - Math.min(...times));
      return spans.reduce((sum, span) => sum + span, 0) / spans.length;
    };
    expect(total('openstack-tox-py312', 25, 0)).toBeGreaterThan(1.3 * total('openstack-tox-py312', 80, 27));
    expect(total('openstack-tox-py311', 25, 13)).toBeLessThan(1.3 * total('openstack-tox-py311', 80, 27));
  });

  it('should fail nearly everything while the cloud is down', () => {
    const { fromMicros, untilMicros } = outageOf(END);
    const down = history({ days: 15 }).filter((run) => {
      const failed = [...endsOf(run).values()].filter((ends) => ends.at(-1) === 'fail');
      return failed.length > 0.5 * endsOf(run).size;
    });
    expect(down.length).toBeGreaterThan(3);
    for (const { runAt } of down) {
      expect(Date.parse(runAt) * 1_000).toBeGreaterThanOrEqual(fromMicros);
      expect(Date.parse(runAt) * 1_000).toBeLessThan(untilMicros);
    }
  });

  it('should fill every run with as many tests as a benchmark asks for', () => {
    const [run] = history({ days: 1, testsPerRun: 3_000, jobs: jobsNamed('periodic-subunit2sql-mysql') });
    expect(endsOf(run!).size).toBe(3_000);
  });
});

describe('uploadQuery()', () => {
  it('should be the query of the public upload', () => {
    const [run] = history({ days: 1 });
    const query = uploadQuery(run!);
    expect(query.get('run_id')).toBe(run!.id);
    expect(query.get('run_at')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(query.get('meta.sample')).toBe('true');
  });
});

function isBetween({ runAt }: { readonly runAt: string }, fromDaysAgo: number, untilDaysAgo: number): boolean {
  const daysAgo = (END - Date.parse(runAt) * 1_000) / DAY;
  return daysAgo < fromDaysAgo && daysAgo > untilDaysAgo;
}

function endsOf(run: GeneratedRun): Map<string, Status[]> {
  const ends = new Map<string, Status[]>();
  for (const item of decodeAll(run.stream())) {
    if (item.kind !== 'event' || item.event.testId === null) continue;
    const { testId, status } = item.event;
    if (status !== null && status !== 'inprogress' && status !== 'exists')
      ends.set(testId, [...(ends.get(testId) ?? []), status]);
  }
  return ends;
}

function timesOf(run: GeneratedRun): number[] {
  return decodeAll(run.stream())
    .flatMap((item) =>
      item.kind === 'event' && item.event.timestampMicros !== null ? [item.event.timestampMicros] : [],
    )
    .sort((a, b) => a - b);
}

import { SERIES, type SeriesPlan } from './workload';
import type { TableWriter } from './table-writer';

/** A series with the keys of its names. */
export interface NumberedSeries {
  readonly plan: SeriesPlan;
  readonly id: number;
  readonly jobId: number;
  readonly projectId: number;
  readonly branchId: number;
  readonly queueId: number;
}

/** Row 1 of every table of names is there already and means none. */
const FIRST_KEY = 2;

const TABLES = { job: 'tm_jobs', project: 'tm_projects', branch: 'tm_branches', queue: 'tm_queues' } as const;

export function numberSeries(): readonly NumberedSeries[] {
  const keys = (column: keyof typeof TABLES) =>
    namesOf(column).map((name, index) => [name, index + FIRST_KEY] as const);
  const [jobs, projects, branches, queues] = (['job', 'project', 'branch', 'queue'] as const).map(
    (column) => new Map(keys(column)),
  );
  return SERIES.map((plan, index) => ({
    plan,
    id: index + 1,
    jobId: jobs?.get(plan.job) ?? 1,
    projectId: projects?.get(plan.project) ?? 1,
    branchId: branches?.get(plan.branch) ?? 1,
    queueId: queues?.get(plan.queue) ?? 1,
  }));
}

function namesOf(column: keyof typeof TABLES): string[] {
  return [...new Set(SERIES.map((plan) => plan[column]))];
}

/** Writes names, series and the label sets of the workers. */
export async function writeSeries(writer: TableWriter, series: readonly NumberedSeries[]): Promise<void> {
  for (const column of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    const rows = namesOf(column).map((name, index) => `(${index + FIRST_KEY},'${name}')`);
    await writer.add(`${TABLES[column]} (id, name)`, rows);
  }
  await writer.add(
    'tm_series (id, job_id, project_id, branch_id, queue_id)',
    series.map(
      ({ id, jobId, projectId, branchId, queueId }) => `(${[id, jobId, projectId, branchId, queueId].join()})`,
    ),
  );
  const workers = Math.max(...SERIES.map((plan) => plan.workers));
  await writer.add(
    'tm_label_sets (id, label_hash, tags, tags_json, route_code)',
    Array.from({ length: workers }, (_, worker) => {
      const tag = `worker-${worker}`;
      return `(${worker + 1},UNHEX(MD5('${tag}')),'${tag}','["${tag}"]','${worker}')`;
    }),
  );
}

import type { Session } from '../connection/session';
import { IdCache } from '../sql/id-cache';
import { nameHash } from '../sql/name-hash';
import { Dimension } from './dimension';

/** The names that place a run. */
export interface RunPlace {
  readonly job: string;
  readonly project: string;
  readonly branch: string;
  readonly queue: string;
  readonly commit: string;
}

/** Their keys. */
export interface RunPlaceIds {
  readonly jobId: number;
  readonly projectId: number;
  readonly branchId: number;
  readonly queueId: number;
  readonly commitId: number;
  readonly seriesId: number;
}

const CACHED_SERIES = 10_000;

/** Finds or makes the dimension rows and the series of a run. */
export class SeriesResolver {
  readonly #jobs = new Dimension('tm_jobs');
  readonly #projects = new Dimension('tm_projects');
  readonly #branches = new Dimension('tm_branches');
  readonly #queues = new Dimension('tm_queues');
  readonly #commits = new Dimension('tm_commits');
  readonly #series = new IdCache(CACHED_SERIES);

  async resolve(session: Session, place: RunPlace): Promise<RunPlaceIds> {
    const jobId = await this.#jobs.idOf(session, place.job);
    const projectId = await this.#projects.idOf(session, place.project);
    const branchId = await this.#branches.idOf(session, place.branch);
    const queueId = await this.#queues.idOf(session, place.queue);
    const commitId = await this.#commits.idOf(session, place.commit);
    const seriesId = await this.#seriesId(session, [jobId, projectId, branchId, queueId]);
    return { jobId, projectId, branchId, queueId, commitId, seriesId };
  }

  async #seriesId(session: Session, key: readonly [number, number, number, number]): Promise<number> {
    const hash = nameHash(key.join());
    const id = this.#series.get(hash) ?? (await findSeries(session, key)) ?? (await insertSeries(session, key));
    this.#series.set(hash, id);
    return id;
  }
}

async function findSeries(session: Session, key: readonly number[]): Promise<number | undefined> {
  const [row] = await session.arrays(
    `SELECT tm_series.id FROM tm_series
      WHERE tm_series.job_id = ? AND tm_series.project_id = ? AND tm_series.branch_id = ? AND tm_series.queue_id = ?`,
    key,
  );
  return row === undefined ? undefined : Number(row[0]);
}

async function insertSeries(session: Session, key: readonly number[]): Promise<number> {
  await session.execute(
    'INSERT INTO tm_series (job_id, project_id, branch_id, queue_id) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id',
    key,
  );
  const id = await findSeries(session, key);
  if (id === undefined) throw new Error('tm_series has no row for a series that was just inserted.');
  return id;
}

import type { ListRunsQuery, RunListBody } from '@testmetrics/api-contract';
import type { RunReadModel } from '@testmetrics/database';
import type { Asker } from '../asking/asker';
import { nameNotFound, strayName } from '../names/stray-name';
import { badRange } from '../paging/read-window';
import { presentRun } from './present-run';

/** What answers about runs themselves: their rows, and the names that runs have. */
export interface RunReader {
  readonly runs: RunReadModel;
  /** Asked only where a name may be a slip. */
  readonly asker: () => Promise<Asker>;
}

/**
 * `GET /v1/runs`: the newest first. An empty list says that nothing fits; a name that no run ever had is a mistake.
 *
 * @throws {AppError} for an empty range, a broken cursor, a stray name
 */
export async function listRuns({ runs, asker }: RunReader, query: ListRunsQuery): Promise<RunListBody> {
  const { job, project, branch, since, until, limit, cursor = null } = query;
  if (since !== undefined && until !== undefined && since >= until) throw badRange(since, until);
  const filters = {
    ...(job === undefined ? {} : { job }),
    ...(project === undefined ? {} : { project }),
    ...(branch === undefined ? {} : { branch }),
    ...(since === undefined ? {} : { sinceMicros: since }),
    ...(until === undefined ? {} : { untilMicros: until }),
  };
  const { items, next } = await runs.list(filters, { limit, cursor });
  if (items.length === 0) await refuseStrayNames(await asker(), query);
  return { items: items.map((run) => presentRun(run, { duplicate: false })), next };
}

async function refuseStrayNames(asker: Asker, { job, project, branch }: ListRunsQuery): Promise<void> {
  const listed = (name: string | undefined) => (name === undefined ? [] : [name]);
  const stray = await strayName(asker, { job: listed(job), project: listed(project), branch: listed(branch) });
  if (stray !== null) throw nameNotFound(stray);
}

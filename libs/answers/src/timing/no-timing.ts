import { nearNames } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Asker, Range } from '../asking/asker';
import { readNumber, readText } from '../rows/read-row';
import type { TimingRequest } from './timing-of';

/** As many names as a completion gives. */
const MOST_NAMES = 5000;

const ROLLUP_SECONDS = 5;

/** What is wrong with a question about durations that found none: a name, or that nothing was measured yet. */
export async function whyNoTiming(asker: Asker, request: TimingRequest): Promise<AppError> {
  const { job, project = [], branch = [] } = request;
  const jobs = await names(asker, 'jobs', {});
  if (!jobs.includes(job)) return unknown('job', job, jobs);
  const projects = await names(asker, 'projects', { jobs: [job] });
  const strayProject = project.find((name) => !projects.includes(name));
  if (strayProject !== undefined) return unknown('project', strayProject, projects);
  const branches = await names(asker, 'branches', { jobs: [job] });
  const strayBranch = branch.find((name) => !branches.includes(name));
  if (strayBranch !== undefined) return unknown('branch', strayBranch, branches);
  return nothingMeasured(await waitingRuns(asker));
}

async function names(
  asker: Asker,
  of: 'jobs' | 'projects' | 'branches',
  narrowedBy: { readonly jobs?: readonly string[] },
): Promise<readonly string[]> {
  const rows = await asker.complete({ of, limit: MOST_NAMES, ...narrowedBy }, now(asker));
  return rows.map((row) => readText(row, '__value'));
}

/** Runs that are stored and not in the shared rows yet. */
async function waitingRuns(asker: Asker): Promise<number> {
  const [row] = await asker.ask({ kind: 'rollupLag' }, now(asker));
  return row === undefined ? 0 : readNumber(row, 'Pending runs');
}

function now(asker: Asker): Range {
  return { sinceMicros: 0, untilMicros: asker.nowMicros() };
}

function unknown(what: 'job' | 'project' | 'branch', name: string, known: readonly string[]): AppError {
  const suggestions = nearNames(name, known);
  const where = what === 'job' ? '' : ' of this job';
  return new AppError(`${what}_not_found`, `There is no such ${what}${where}.`, {
    status: 404,
    expected: known.length === 0 ? `a ${what}${where}; there is none yet` : `one of the ${known.length} there are`,
    found: JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name),
    action: known.length === 0 ? 'upload a run first' : `correct the parameter ${what}`,
    suggestions: suggestions.length > 0 ? suggestions : known.slice(0, 3),
  });
}

function nothingMeasured(waiting: number): AppError {
  const facts = { status: 404, expected: 'at least one test whose duration is known', found: 'none' } as const;
  if (waiting === 0) {
    return new AppError('no_timing', 'No test of this job has a known duration in the range.', {
      ...facts,
      action: 'leave out since, project or branch; or let a run of the job be uploaded first',
    });
  }
  return new AppError('no_timing', 'No test of this job has a known duration yet.', {
    ...facts,
    found: `none, and ${waiting} ${waiting === 1 ? 'run that is' : 'runs that are'} not counted yet`,
    action: 'ask again in a few seconds',
    retryAfterSeconds: ROLLUP_SECONDS,
  });
}

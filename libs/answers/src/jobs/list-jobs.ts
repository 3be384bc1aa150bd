import type { Job, JobListBody, ListQuery, Project, ProjectListBody } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPage } from '../paging/ask-page';
import { readName } from '../rows/none';
import { readNumber, readNumberOrNull, readTextOrNull } from '../rows/read-row';

/** `GET /v1/jobs`: jobs by how surely they fail. */
export function listJobs(asker: Asker, query: WithMetadata<ListQuery>): Promise<JobListBody> {
  return askPage(asker, { kind: 'jobs', ...filterFields(query) }, query, toJob);
}

/** `GET /v1/projects`: projects by how surely their runs fail. */
export function listProjects(asker: Asker, query: WithMetadata<ListQuery>): Promise<ProjectListBody> {
  return askPage(asker, { kind: 'projects', ...filterFields(query) }, query, toProject);
}

function toJob(row: Row): Job {
  return { job: readName(row, 'Job', 'job_key'), ...figuresOf(row) };
}

function toProject(row: Row): Project {
  return { project: readName(row, 'Project', 'project_key'), ...figuresOf(row) };
}

function figuresOf(row: Row) {
  return {
    runs: readNumber(row, 'Runs'),
    failed: readNumber(row, 'Failed'),
    failure_rate: readNumber(row, 'Failure rate'),
    failure_rate_at_least: readNumber(row, 'At least'),
    tests: readNumber(row, 'Tests run'),
    test_seconds: readNumber(row, 'In tests'),
    mean_seconds: readNumberOrNull(row, 'Mean run time'),
    note: readTextOrNull(row, 'Note'),
  };
}

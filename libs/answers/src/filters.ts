import type { Question } from '@testmetrics/questions';

/** The filters that every question about runs has, as a query gives them. */
export interface FilterQuery {
  readonly job?: readonly string[] | undefined;
  readonly project?: readonly string[] | undefined;
  readonly branch?: readonly string[] | undefined;
}

/** The same as fields of a question. */
export function filterFields({ job, project, branch }: FilterQuery): Pick<Question, 'jobs' | 'projects' | 'branches'> {
  return { jobs: job, projects: project, branches: branch };
}

import type { MetadataPair, Question } from '@testmetrics/questions';

/** The filters that every question about runs has, as a query gives them. */
export interface FilterQuery {
  readonly job?: readonly string[] | undefined;
  readonly project?: readonly string[] | undefined;
  readonly branch?: readonly string[] | undefined;
  /** `meta.KEY=VALUE`, where a question takes it; all of them must hold. */
  readonly metadata?: readonly MetadataPair[] | undefined;
}

/** Which tests a list is about. */
export interface TestsQuery {
  readonly prefix?: string | undefined;
  readonly search?: string | undefined;
  readonly pattern?: string | undefined;
}

/** The same as fields of a question. */
export function filterFields({ job, project, branch, metadata }: FilterQuery) {
  return { jobs: job, projects: project, branches: branch, metadata } satisfies Partial<Question>;
}

export function testFields({ prefix, search, pattern }: TestsQuery) {
  return { testPrefix: prefix, testSearch: search, testPattern: pattern } satisfies Partial<Question>;
}

/** A query whose metadata filters were read too. */
export type WithMetadata<Query> = Query & Pick<FilterQuery, 'metadata'>;

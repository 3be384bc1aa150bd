import { type CoreApp } from '@grafana/data';
import { QUERY_SCHEMA, type TestMetricsQuery } from './query';

/** What stands in a new panel or in Explore: a question that has an answer in every database with runs. */
export function defaultQuery(_app?: CoreApp): Partial<TestMetricsQuery> {
  return { schema: QUERY_SCHEMA, mode: 'question', question: { kind: 'jobs' } };
}

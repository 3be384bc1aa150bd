import { type AnnotationQuery, type AnnotationSupport, type DataFrame } from '@grafana/data';
import { of } from 'rxjs';
import { QUERY_SCHEMA, type TestMetricsQuery } from '../query/query';
import { AnnotationEditor } from './annotation-editor';
import { annotationEvents } from './annotation-events';
import { targetOf } from './annotation-target';

/** Marks on charts: failed runs, where a test began to fail, stretches without data; the same members in 10.1 and 13. */
export function annotationSupport(): AnnotationSupport<TestMetricsQuery> {
  return {
    QueryEditor: AnnotationEditor as never,
    getDefaultQuery: () => ({ schema: QUERY_SCHEMA, question: { kind: 'failedRuns' } }),
    prepareAnnotation: (json: AnnotationQuery<TestMetricsQuery>) => {
      const target = targetOf(json);
      return target === json.target ? json : { ...json, target };
    },
    prepareQuery: (annotation) => ({ ...targetOf(annotation), format: 'table' }),
    processEvents: (_annotation, frames: DataFrame[]) => of(annotationEvents(frames)),
  };
}

import { type DataFrame, type DataQueryError, type DataQueryResponse, LoadingState } from '@grafana/data';
import { type AnswerContext, shapeFrame } from './shape-frame';

/** What is known about the queries of a request, by refId; none for SQL that a person wrote. */
export type Contexts = ReadonlyMap<string, AnswerContext>;

/** The answers of the MySQL datasource as ours, together with what was wrong with queries that were never sent. */
export function shapeResponse(
  response: DataQueryResponse,
  contexts: Contexts,
  problems: readonly DataQueryError[],
): DataQueryResponse {
  const errors = [...problems, ...(response.errors ?? (response.error === undefined ? [] : [response.error]))];
  return {
    ...response,
    data: response.data.map((frame: DataFrame) => {
      const context = contexts.get(frame.refId ?? '');
      return context === undefined ? frame : shapeFrame(frame, context);
    }),
    ...(errors.length === 0 ? {} : { errors, error: errors[0], state: LoadingState.Error }),
  };
}

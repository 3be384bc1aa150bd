import {
  createDataFrame,
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  FieldType,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { map, type Observable, of, throwError } from 'rxjs';
import { type Choice, choicesOf } from '../completion';
import { templateTexts } from '../query/template-texts';
import { type TestMetricsDatasource } from '../test-metrics-datasource';
import { sqlRequest } from '../run-sql';
import { VariableEditor } from './variable-editor';
import { type Carries, carriesOf, compileVariable, readVariableQuery, type VariableQuery } from './variable-query';

/** Choices of dashboard variables: what a person reads is the text, what the variable carries is the value. */
export class TestMetricsVariables extends CustomVariableSupport<TestMetricsDatasource, VariableQuery> {
  override editor = VariableEditor as never;

  constructor(private readonly datasource: TestMetricsDatasource) {
    super();
  }

  override query = (request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> => {
    const query = readVariableQuery(request.targets[0]);
    try {
      const compiled = compileVariable(query, templateTexts(getTemplateSrv(), request.scopedVars));
      if (compiled === null) return of({ data: [] });
      const asked = sqlRequest(this.datasource.mysqlUid, compiled, request.range, request.scopedVars);
      return this.datasource.send(asked).pipe(map((response) => asChoices(response, carriesOf(query))));
    } catch (error) {
      return throwError(() => error);
    }
  };

  override getDefaultQuery(): Partial<VariableQuery> {
    return { refId: 'variable', schema: 1, carries: 'key', completion: { of: 'jobs' } };
  }
}

/** @throws {Error} with the server's words: a variable that shows none would look as if there were no data. */
export function asChoices(response: DataQueryResponse, carries: Carries): DataQueryResponse {
  const error = response.errors?.[0] ?? response.error;
  if (error !== undefined) throw new Error(error.data?.message ?? error.message);
  return { data: [choicesFrame(choicesOf(response.data), carries)] };
}

function choicesFrame(choices: readonly Choice[], carries: Carries) {
  const values = choices.map(({ key, value }) => (carries === 'key' && key !== '' ? key : value));
  return createDataFrame({
    fields: [
      { name: 'text', type: FieldType.string, values: choices.map(({ text }) => text) },
      { name: 'value', type: FieldType.string, values },
    ],
  });
}

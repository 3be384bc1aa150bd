import { type QueryEditorProps } from '@grafana/data';
import { Alert } from '@grafana/ui';
import { type SavedQuestion } from '@testmetrics/questions';
import React from 'react';
import { Column, Row } from '../../shared/ui-compat';
import { type Compiled, formatsOf } from '../query/compile-query';
import { migrateQuery, readQuery } from '../query/migrate-query';
import { QUERY_SCHEMA, type TestMetricsOptions, type TestMetricsQuery } from '../query/query';
import { type TestMetricsDatasource } from '../test-metrics-datasource';
import { TEXTS } from '../texts';
import { KindPicker } from './kind-picker';
import { OptionField } from './option-field';
import { QuestionFields } from './question-fields';
import { SqlEditor } from './sql-editor';
import { sqlOfQuestion } from './sql-of-question';
import { SqlPreview } from './sql-preview';
import { variableNames } from './variable-names';
import { withKind } from './with-kind';

export type Props = QueryEditorProps<TestMetricsDatasource, TestMetricsQuery, TestMetricsOptions>;

/** Choose a question, then only what that question takes; or SQL, for whatever no question covers. */
export function QueryEditor(props: Props): React.ReactElement {
  const { query, datasource, onChange, onRunQuery } = props;
  const saved = readQuery(query);
  const write = (changed: Partial<TestMetricsQuery>) => {
    onChange({ ...migrateQuery(query), schema: QUERY_SCHEMA, ...changed });
    onRunQuery();
  };
  if (saved.state === 'sql' || query.mode === 'sql') {
    const sql = query.rawSql ?? '';
    return (
      <SqlEditor
        sql={sql}
        format={query.format ?? 'table'}
        isChanged={sql !== '' && sql !== startOf(query, datasource)}
        onChange={({ sql: rawSql, format }) => write({ ...(rawSql === undefined ? { format } : { rawSql }) })}
        onBack={() => write({ mode: 'question', rawSql: undefined, format: undefined })}
      />
    );
  }
  const question = saved.state === 'question' ? saved.question : undefined;
  return (
    <QuestionEditor
      {...props}
      question={question}
      compiled={datasource.compile(query)}
      onQuestion={(next) => write({ question: next, rawSql: undefined })}
      write={write}
    />
  );
}

/** The SQL with which somebody began; what differs from it is their work. */
function startOf(query: TestMetricsQuery, datasource: TestMetricsDatasource): string {
  if (query.question === undefined) return '';
  const compiled = datasource.compile({ ...query, mode: 'question' });
  return sqlOfQuestion(query.question, compiled.state === 'ready' ? compiled.target.rawSql : '');
}

interface QuestionEditorProps extends Props {
  readonly question: SavedQuestion | undefined;
  readonly compiled: Compiled;
  readonly onQuestion: (question: SavedQuestion) => void;
  readonly write: (changed: Partial<TestMetricsQuery>) => void;
}

function QuestionEditor(props: QuestionEditorProps): React.ReactElement {
  const { query, datasource, question, compiled, range, onQuestion, write } = props;
  return (
    <Column>
      {compiled.state === 'problem' ? <Alert severity="error" title={compiled.message} /> : null}
      <Row>
        <KindPicker kind={question?.kind ?? ''} onChange={(kind) => onQuestion(withKind(question, kind))} />
        {compiled.state === 'ready' && formatsOf(compiled.question ?? { kind: 'jobs' }).length > 1 ? (
          <OptionField
            label={TEXTS.editor.fields.format.label}
            options={TEXTS.editor.formats}
            value={query.format ?? compiled.target.format}
            width={20}
            onChange={(format) => write({ format: format === 'table' ? 'table' : 'time_series' })}
          />
        ) : null}
      </Row>
      {question === undefined ? null : (
        <QuestionFields
          question={question}
          completer={datasource}
          variables={variableNames()}
          range={range}
          onChange={onQuestion}
        />
      )}
      {compiled.state === 'ready' && question !== undefined ? (
        <SqlPreview
          sql={compiled.target.rawSql}
          onEdit={() =>
            write({
              mode: 'sql',
              rawSql: sqlOfQuestion(question, compiled.target.rawSql),
              format: compiled.target.format,
            })
          }
        />
      ) : null}
    </Column>
  );
}

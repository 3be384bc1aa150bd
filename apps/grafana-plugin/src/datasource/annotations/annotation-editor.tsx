import { Alert } from '@grafana/ui';
import { QUESTION_CATALOG } from '@testmetrics/questions';
import React from 'react';
import { Column } from '../../shared/ui-compat';
import { KindPicker } from '../editor/kind-picker';
import { type Props } from '../editor/query-editor';
import { QuestionFields } from '../editor/question-fields';
import { SqlPreview } from '../editor/sql-preview';
import { variableNames } from '../editor/variable-names';
import { withKind } from '../editor/with-kind';
import { type TestMetricsQuery } from '../query/query';
import { readQuery } from '../query/migrate-query';
import { targetOf } from './annotation-target';

/** Questions whose rows are moments or stretches of time. */
const EVENT_KINDS = QUESTION_CATALOG.filter(({ group }) => group === 'Events');

/** Which events are marked on the charts of a dashboard. */
export function AnnotationEditor({ query, datasource, range, onChange }: Props): React.ReactElement {
  const target = targetOf({ target: query });
  const saved = readQuery(target);
  const question = saved.state === 'question' ? saved.question : undefined;
  const compiled = datasource.compile(target);
  const write = (next: TestMetricsQuery['question']) => onChange({ ...target, question: next, rawSql: undefined });
  return (
    <Column>
      {compiled.state === 'problem' ? <Alert severity="error" title={compiled.message} /> : null}
      <KindPicker
        kind={question?.kind ?? ''}
        kinds={EVENT_KINDS}
        onChange={(kind) => write(withKind(question, kind))}
      />
      {question === undefined ? null : (
        <QuestionFields
          question={question}
          completer={datasource}
          variables={variableNames()}
          range={range}
          onChange={write}
        />
      )}
      {compiled.state === 'ready' ? <SqlPreview sql={compiled.target.rawSql} /> : null}
    </Column>
  );
}

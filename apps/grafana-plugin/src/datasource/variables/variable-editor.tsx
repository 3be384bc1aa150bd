import { type QueryEditorProps } from '@grafana/data';
import { Alert } from '@grafana/ui';
import { type Completion, COMPLETIONS, type SavedQuestion } from '@testmetrics/questions';
import React, { useId } from 'react';
import { Column, Labelled, Picker, Row } from '../../shared/ui-compat';
import { DimensionField } from '../editor/dimension-field';
import { OptionField } from '../editor/option-field';
import { variableNames } from '../editor/variable-names';
import { TextField } from '../editor/text-field';
import { type TestMetricsOptions, type TestMetricsQuery } from '../query/query';
import { type TestMetricsDatasource } from '../test-metrics-datasource';
import { TEXTS } from '../texts';
import { hasKeys, readVariableQuery, type SavedCompletion, type VariableQuery } from './variable-query';

type Props = Omit<
  QueryEditorProps<TestMetricsDatasource, TestMetricsQuery, TestMetricsOptions>,
  'query' | 'onChange'
> & {
  readonly query: unknown;
  /** Grafana before 11 shows the second argument in the list of variables. */
  readonly onChange: (query: VariableQuery, definition: string) => void;
};

const DIMENSIONS = ['projects', 'jobs', 'branches'] as const;

/** What a dashboard variable lists, and what it carries of a choice. */
export function VariableEditor({ query, datasource, range, onChange }: Props): React.ReactElement {
  const id = useId();
  const saved = readVariableQuery(query);
  const completion: SavedCompletion = saved.completion ?? { of: 'jobs' };
  const write = (changed: Partial<VariableQuery>) => {
    const next = { ...saved, schema: 1, completion, ...changed };
    onChange(next, definitionOf(next));
  };
  const put = (changed: Partial<SavedCompletion>) => write({ completion: { ...completion, ...changed } });
  const isKnown = COMPLETIONS.includes(completion.of);
  return (
    <Column>
      {isKnown ? null : (
        <Alert severity="error" title={TEXTS.variable.unknownList(String(completion.of), COMPLETIONS)} />
      )}
      <Row>
        <Labelled label={TEXTS.variable.list} htmlFor={id} description={TEXTS.variable.listHelp}>
          <Picker
            id={id}
            label={TEXTS.variable.list}
            width={32}
            value={isKnown ? completion.of : ''}
            options={COMPLETIONS.map((of) => ({ value: of, label: TEXTS.variable.lists[of] }))}
            onChange={(of) => put({ of: of as Completion })}
          />
        </Labelled>
        {hasKeys(completion.of) ? (
          <OptionField
            label={TEXTS.variable.carries}
            options={TEXTS.variable.carriesOptions}
            value={saved.carries ?? 'key'}
            onChange={(carries) => write({ carries: carries === 'value' ? 'value' : 'key' })}
          />
        ) : null}
      </Row>
      <Narrowing completion={completion} datasource={datasource} range={range} put={put} />
    </Column>
  );
}

function Narrowing({
  completion,
  datasource,
  range,
  put,
}: Pick<Props, 'datasource' | 'range'> & {
  readonly completion: SavedCompletion;
  readonly put: (changed: Partial<SavedCompletion>) => void;
}): React.ReactElement {
  const { of } = completion;
  const { projects, jobs, branches, projectKeys, jobKeys, branchKeys } = completion;
  const asQuestion = { kind: 'jobs', projects, jobs, branches, projectKeys, jobKeys, branchKeys } as SavedQuestion;
  const isOfRuns = of === 'projects' || of === 'jobs' || of === 'branches' || of === 'runs';
  const text = (field: 'search' | 'prefix' | 'pattern' | 'metadataKey') => (
    <TextField
      label={TEXTS.variable.fields[field].label}
      placeholder={TEXTS.variable.fields[field].placeholder}
      value={String(completion[field] ?? '')}
      onChange={(value) => put({ [field]: value === '' ? undefined : value })}
    />
  );
  return (
    <Row>
      {of === 'metadataValues' ? text('metadataKey') : null}
      {isOfRuns
        ? DIMENSIONS.filter((name) => name !== of).map((name) => (
            <DimensionField
              key={name}
              filter={name}
              question={asQuestion}
              completer={datasource}
              variables={variableNames()}
              range={range}
              onChange={({ kind: _kind, ...fields }) => put({ ...CLEARED, ...(fields as Partial<SavedCompletion>) })}
            />
          ))
        : null}
      {of === 'tests' || of === 'testPrefixes' ? text('prefix') : null}
      {of === 'tests' || of === 'testPrefixes' ? text('pattern') : null}
      {text('search')}
    </Row>
  );
}

const CLEARED = {
  projects: undefined,
  jobs: undefined,
  branches: undefined,
  projectKeys: undefined,
  jobKeys: undefined,
  branchKeys: undefined,
};

/** What stands in Grafana's list of variables. */
export function definitionOf({ completion }: VariableQuery): string {
  if (completion === undefined) return '';
  const list = TEXTS.variable.lists[completion.of] ?? completion.of;
  const { search, prefix, pattern, metadataKey } = completion;
  return [list, ...[metadataKey, prefix, pattern, search].filter((text) => text !== undefined && text !== '')].join(
    ' ',
  );
}

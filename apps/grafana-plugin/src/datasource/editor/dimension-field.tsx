import { type TimeRange } from '@grafana/data';
import { type CompletionRequest, type SavedQuestion } from '@testmetrics/questions';
import React, { useId } from 'react';
import { Labelled, MultiPicker } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { chosenOptions, type DimensionFilter, variableOptions, withChosen } from './dimension-choice';
import { narrowingOf } from './narrowing';
import { type Completer, useChoices } from './use-choices';

export interface FieldProps {
  readonly question: SavedQuestion;
  readonly completer: Completer;
  /** Names of the dashboard's variables. */
  readonly variables: readonly string[];
  readonly range?: TimeRange | undefined;
  readonly onChange: (question: SavedQuestion) => void;
}

/** Projects, jobs, branches or tests by name, completed from the database. */
export function DimensionField({
  filter,
  question,
  completer,
  variables,
  range,
  onChange,
}: FieldProps & { readonly filter: DimensionFilter }): React.ReactElement {
  const id = useId();
  const request: CompletionRequest = { of: filter, ...narrowingOf(question, filter) };
  const { choices, isLoading, problem, ask } = useChoices(completer, range);
  const { label, placeholder } = TEXTS.editor.fields[filter];
  return (
    <Labelled label={label} htmlFor={id} error={problem}>
      <MultiPicker
        id={id}
        label={label}
        width={filter === 'tests' ? 60 : 28}
        placeholder={placeholder}
        noOptions={TEXTS.editor.nothingFound}
        values={chosenOptions(question, filter)}
        options={[...variableOptions(variables, filter), ...choices.map(({ text, value }) => ({ label: text, value }))]}
        isLoading={isLoading}
        allowsCustom
        onOpen={() => ask(request)}
        onSearch={(text) => ask({ ...request, search: text })}
        onChange={(values) => onChange(withChosen(question, filter, values))}
      />
    </Labelled>
  );
}

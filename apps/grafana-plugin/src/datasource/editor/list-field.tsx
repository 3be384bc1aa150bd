import { type CompletionRequest, type SavedQuestion, STATUSES } from '@testmetrics/questions';
import React, { useId } from 'react';
import { Labelled, MultiPicker, Picker, type PickerOption } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { type FieldProps } from './dimension-field';
import { narrowingOf } from './narrowing';
import { useChoices } from './use-choices';

/** Outcomes of test runs. */
export function StatusField({ question, variables, onChange }: FieldProps): React.ReactElement {
  const id = useId();
  const { label, placeholder } = TEXTS.editor.fields.statuses;
  return (
    <Labelled label={label} htmlFor={id}>
      <MultiPicker
        id={id}
        label={label}
        width={28}
        placeholder={placeholder}
        values={textOptions(question.statuses)}
        options={[...STATUSES.map(asOption), ...variables.map(variableOption)]}
        onChange={(values) => onChange(withTexts(question, 'statuses', values))}
      />
    </Labelled>
  );
}

/** Runs by their id; the list has the newest ones of the chosen time. */
export function RunField({ question, completer, variables, range, onChange }: FieldProps): React.ReactElement {
  const id = useId();
  const request: CompletionRequest = { of: 'runs', ...narrowingOf(question, 'runs') };
  const { choices, isLoading, problem, ask } = useChoices(completer, range);
  const { label, placeholder } = TEXTS.editor.fields.runs;
  return (
    <Labelled label={label} htmlFor={id} error={problem}>
      <MultiPicker
        id={id}
        label={label}
        width={60}
        placeholder={placeholder}
        noOptions={TEXTS.editor.nothingFound}
        values={textOptions(question.runs)}
        options={[...variables.map(variableOption), ...choices.map(({ text, value }) => ({ label: text, value }))]}
        isLoading={isLoading}
        allowsCustom
        onOpen={() => ask(request)}
        onSearch={(text) => ask({ ...request, search: text })}
        onChange={(values) => onChange(withTexts(question, 'runs', values))}
      />
    </Labelled>
  );
}

/** The key of metadata by whose values runs are put together. */
export function MetadataKeyField({ question, completer, variables, range, onChange }: FieldProps): React.ReactElement {
  const id = useId();
  const { choices, isLoading, problem, ask } = useChoices(completer, range);
  const { label, placeholder } = TEXTS.editor.fields.metadataKey;
  return (
    <Labelled label={label} htmlFor={id} error={problem}>
      <Picker
        id={id}
        label={label}
        width={28}
        placeholder={placeholder}
        noOptions={TEXTS.editor.nothingFound}
        value={question.metadataKey ?? ''}
        options={[...variables.map(variableOption), ...choices.map(({ text, value }) => ({ label: text, value }))]}
        isLoading={isLoading}
        isClearable
        allowsCustom
        onOpen={() => ask({ of: 'metadataKeys' })}
        onSearch={(text) => ask({ of: 'metadataKeys', search: text })}
        onChange={(value) => onChange({ ...question, metadataKey: value === '' ? undefined : value })}
      />
    </Labelled>
  );
}

function withTexts(question: SavedQuestion, name: 'statuses' | 'runs', values: readonly string[]): SavedQuestion {
  return { ...question, [name]: values.length === 0 ? undefined : values };
}

function textOptions(values: string | readonly string[] | undefined): PickerOption[] {
  if (values === undefined || values === '') return [];
  return (typeof values === 'string' ? [values] : values).map(asOption);
}

function asOption(value: string): PickerOption {
  return { label: value, value };
}

function variableOption(name: string): PickerOption {
  return { label: `$${name}`, value: `\${${name}}` };
}

import React, { useId } from 'react';
import { Labelled, Picker } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { type FieldProps } from './dimension-field';
import { onlyWay } from './test-choice';
import { useChoices } from './use-choices';

/** The beginning of names: the list has the next level of the tree of tests below what is typed or chosen. */
export function PrefixField({ question, completer, range, onChange }: FieldProps): React.ReactElement {
  const id = useId();
  const value = question.testPrefix ?? '';
  const { choices, isLoading, problem, ask } = useChoices(completer, range);
  const list = (prefix: string) => {
    const isPlain = prefix !== '' && !prefix.includes('$');
    ask({ of: 'testPrefixes', ...(isPlain ? { prefix } : {}) });
  };
  const { label, placeholder } = TEXTS.editor.fields.testPrefix;
  return (
    <Labelled label={label} htmlFor={id} error={problem}>
      <Picker
        id={id}
        label={label}
        width={60}
        placeholder={placeholder}
        noOptions={TEXTS.editor.nothingFound}
        value={value}
        options={choices.map(({ text, value: name }) => ({ label: text, value: name }))}
        isLoading={isLoading}
        isClearable
        allowsCustom
        onOpen={() => list(value)}
        onSearch={list}
        onChange={(text) =>
          onChange({ ...onlyWay(question, 'testPrefix'), testPrefix: text === '' ? undefined : text })
        }
      />
    </Labelled>
  );
}

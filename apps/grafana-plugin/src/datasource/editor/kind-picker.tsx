import { findDefinition, QUESTION_CATALOG, QUESTION_GROUPS, type QuestionDefinition } from '@testmetrics/questions';
import React, { useId } from 'react';
import { Labelled, Picker, type PickerGroup } from '../../shared/ui-compat';
import { TEXTS } from '../texts';

export interface KindPickerProps {
  readonly kind: string;
  /** Absent = all of the catalog. */
  readonly kinds?: readonly QuestionDefinition[];
  readonly onChange: (kind: QuestionDefinition['kind']) => void;
}

/** The questions there are, by group, each with the sentence that says what it answers. */
export function KindPicker({ kind, kinds = QUESTION_CATALOG, onChange }: KindPickerProps): React.ReactElement {
  const id = useId();
  const definition = findDefinition(kind);
  return (
    <Labelled
      label={TEXTS.editor.question}
      htmlFor={id}
      {...(definition === undefined ? {} : { description: definition.answers })}
    >
      <Picker
        id={id}
        label={TEXTS.editor.question}
        width={60}
        placeholder={TEXTS.editor.chooseQuestion}
        value={definition === undefined ? '' : kind}
        options={groupsOf(kinds)}
        onChange={(value) => {
          const chosen = findDefinition(value);
          if (chosen !== undefined) onChange(chosen.kind);
        }}
      />
    </Labelled>
  );
}

export function groupsOf(kinds: readonly QuestionDefinition[]): PickerGroup[] {
  return QUESTION_GROUPS.map((group) => ({
    label: group,
    options: kinds
      .filter((definition) => definition.group === group)
      .map(({ kind, label, answers }) => ({ label, value: kind, description: answers })),
  })).filter(({ options }) => options.length > 0);
}

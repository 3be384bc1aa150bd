import { Input } from '@grafana/ui';
import React, { useEffect, useId, useState } from 'react';
import { Labelled } from '../../shared/ui-compat';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly description?: string;
  readonly width?: number;
  readonly inputMode?: 'text' | 'numeric';
  /** What is wrong with a text, in words; it is kept back until it is right. */
  readonly problemOf?: (text: string) => string | undefined;
  readonly onChange: (value: string) => void;
}

/** A text that counts when it is finished: by Enter, or by leaving the field. */
export function TextField({
  label,
  value,
  placeholder,
  description,
  width = 30,
  inputMode = 'text',
  problemOf,
  onChange,
}: TextFieldProps): React.ReactElement {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const problem = problemOf?.(text);
  const finish = () => {
    if (text !== value && problem === undefined) onChange(text);
  };
  return (
    <Labelled label={label} htmlFor={id} error={problem} {...(description === undefined ? {} : { description })}>
      <Input
        id={id}
        value={text}
        width={width}
        inputMode={inputMode}
        placeholder={placeholder}
        invalid={problem !== undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
        }}
      />
    </Labelled>
  );
}

import { type Option } from '@testmetrics/questions';
import React, { useId } from 'react';
import { Labelled, Picker } from '../../shared/ui-compat';

export interface OptionFieldProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** Absent = the first option. */
  readonly value: string | undefined;
  readonly width?: number;
  readonly onChange: (value: string) => void;
}

/** One of a few words. */
export function OptionField({ label, options, value, width = 28, onChange }: OptionFieldProps): React.ReactElement {
  const id = useId();
  return (
    <Labelled label={label} htmlFor={id}>
      <Picker
        id={id}
        label={label}
        width={width}
        value={value ?? options[0]?.value ?? ''}
        options={options}
        onChange={onChange}
      />
    </Labelled>
  );
}

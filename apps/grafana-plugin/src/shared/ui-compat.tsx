import { css } from '@emotion/css';
import { type GrafanaTheme2, type SelectableValue } from '@grafana/data';
import { MultiSelect, Select, useStyles2 } from '@grafana/ui';
import React from 'react';

/*
 * What differs between Grafana 10.1 and 13. Components that only one of them has are not imported anywhere else; the
 * linter sees to it. Select and MultiSelect are deprecated in 13 and still there; Combobox, Stack, Text and EmptyState
 * are not in 10.1. Whoever raises the oldest supported version to 11.6 exchanges them here.
 */

export interface PickerOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

export interface PickerGroup {
  readonly label: string;
  readonly options: readonly PickerOption[];
}

interface PickerBase {
  /** For a label's htmlFor. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly (PickerOption | PickerGroup)[];
  readonly placeholder?: string;
  readonly noOptions?: string;
  readonly isLoading?: boolean;
  readonly isInvalid?: boolean;
  /** What is typed and not offered can be chosen, too. */
  readonly allowsCustom?: boolean;
  /** In steps of 8 pixels. */
  readonly width?: number;
  readonly onOpen?: () => void;
  readonly onSearch?: (text: string) => void;
}

export interface PickerProps extends PickerBase {
  readonly value: string;
  readonly isClearable?: boolean;
  /** '' where the choice was taken back. */
  readonly onChange: (value: string) => void;
}

/** A list to choose one of. */
export function Picker({ value, isClearable = false, onChange, ...base }: PickerProps): React.ReactElement {
  return (
    <Select
      {...common(base)}
      value={value === '' ? null : (findOption(base.options, value) ?? { label: value, value })}
      isClearable={isClearable}
      onChange={(option: SelectableValue<string> | null) => onChange(option?.value ?? '')}
      onCreateOption={(text) => onChange(text)}
    />
  );
}

export interface MultiPickerProps extends PickerBase {
  readonly values: readonly PickerOption[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A list to choose several of; none means all. */
export function MultiPicker({ values, onChange, ...base }: MultiPickerProps): React.ReactElement {
  const chosen = values.map(({ value }) => value);
  return (
    <MultiSelect
      {...common(base)}
      value={[...values]}
      closeMenuOnSelect={false}
      onChange={(options: SelectableValue<string>[]) => onChange(options.map((option) => option.value ?? ''))}
      onCreateOption={(text) => onChange([...chosen, text])}
    />
  );
}

/** Grafana 10.1 shows a group as one line that has to be clicked, even where its options are searched for. */
function opened(option: PickerOption | PickerGroup): PickerOption | (PickerGroup & { readonly expanded: true }) {
  return 'options' in option ? { ...option, expanded: true } : option;
}

function common({ id, label, options, placeholder, noOptions, isLoading, isInvalid, ...base }: PickerBase) {
  return {
    inputId: id,
    'aria-label': label,
    options: options.map(opened) as SelectableValue<string>[],
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(noOptions === undefined ? {} : { noOptionsMessage: noOptions }),
    isLoading: isLoading ?? false,
    invalid: isInvalid ?? false,
    allowCustomValue: base.allowsCustom ?? false,
    // Else Enter would do nothing until a slow list has come.
    allowCreateWhileLoading: true,
    menuShouldPortal: true,
    ...(base.width === undefined ? {} : { width: base.width }),
    ...(base.onOpen === undefined ? {} : { onOpenMenu: base.onOpen }),
    ...(base.onSearch === undefined
      ? {}
      : {
          onInputChange: (text: string, { action }: { readonly action: string }) => {
            // Closing the list empties the field, which is no search.
            if (action === 'input-change') base.onSearch?.(text);
          },
        }),
  };
}

function findOption(options: readonly (PickerOption | PickerGroup)[], value: string): PickerOption | undefined {
  return options
    .flatMap((option) => ('options' in option ? option.options : [option]))
    .find((option) => option.value === value);
}

interface BoxProps {
  readonly children: React.ReactNode;
}

/** Side by side, on as many lines as it takes. */
export function Row({ children }: BoxProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  return <div className={styles.row}>{children}</div>;
}

/** One below the other. */
export function Column({ children }: BoxProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  return <div className={styles.column}>{children}</div>;
}

export interface LabelledProps extends BoxProps {
  readonly label: string;
  /** The id of the control. */
  readonly htmlFor: string;
  readonly description?: string;
  /** What is wrong with the value. */
  readonly error?: string | undefined;
  /** The smallest width that the control is given, in steps of 8 pixels. */
  readonly width?: number;
}

/** A control below its label, with what is wrong below it. */
export function Labelled({ label, htmlFor, description, error, width, children }: LabelledProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.labelled} style={width === undefined ? undefined : { minWidth: width * 8 }}>
      <label className={styles.label} htmlFor={htmlFor}>
        {label}
      </label>
      {children}
      {description === undefined ? null : <div className={styles.description}>{description}</div>}
      {error === undefined ? null : (
        <div className={styles.error} role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

/** Says in words that there is nothing, and why. */
export function EmptyMessage({ children }: BoxProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  return <p className={styles.empty}>{children}</p>;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1.5) }),
    column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) }),
    labelled: css({ maxWidth: '100%' }),
    label: css({
      display: 'block',
      marginBottom: theme.spacing(0.25),
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      color: theme.colors.text.primary,
    }),
    description: css({
      maxWidth: 480,
      marginTop: theme.spacing(0.25),
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
    }),
    error: css({
      maxWidth: 480,
      marginTop: theme.spacing(0.25),
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.error.text,
    }),
    empty: css({ margin: 0, padding: theme.spacing(2), color: theme.colors.text.secondary }),
  };
}

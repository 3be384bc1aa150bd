import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, FilterInput, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { Picker } from '../../shared/ui-compat';
import { SORTS, type Sort } from '../options';
import { SORT_DESCRIPTIONS, SORT_LABELS, TEXTS } from '../texts';

export const CONTROLS_HEIGHT = 40;
/** The sorts side by side need so much; in less they are a list to open. */
const RADIO_FROM = 780;
const SUMMARY_FROM = 980;

export interface Choice {
  readonly sort: Sort;
  readonly onlyFailing: boolean;
  readonly filter: string;
}

interface ControlsProps {
  readonly choice: Choice;
  readonly onChange: (change: Partial<Choice>) => void;
  /** What is wrong with the filter. */
  readonly problem: string | null;
  readonly summary: string;
  readonly width: number;
}

/** What whoever looks at the panel may change for themselves. */
export function Controls({ choice, onChange, problem, summary, width }: ControlsProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  const options = SORTS.map((value) => ({ value, label: SORT_LABELS[value], description: SORT_DESCRIPTIONS[value] }));
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.filter}>
        <FilterInput
          value={choice.filter}
          onChange={(filter) => onChange({ filter })}
          escapeRegex={false}
          placeholder={TEXTS.filterPlaceholder}
          aria-label={TEXTS.filterLabel}
          title={TEXTS.filterLabel}
          aria-invalid={problem !== null}
        />
      </div>
      {width >= RADIO_FROM ? (
        <div role="group" aria-label={TEXTS.sortLabel}>
          <RadioButtonGroup options={options} value={choice.sort} onChange={(sort) => onChange({ sort })} />
        </div>
      ) : (
        <Picker
          id={`${id}sort`}
          label={TEXTS.sortLabel}
          options={options}
          value={choice.sort}
          width={16}
          onChange={(sort) => onChange({ sort: sort as Sort })}
        />
      )}
      <Checkbox
        id={`${id}failing`}
        label={TEXTS.onlyFailing}
        value={choice.onlyFailing}
        title={TEXTS.onlyFailingHelp}
        onChange={(event) => onChange({ onlyFailing: event.currentTarget.checked })}
      />
      <span className={problem === null ? styles.summary : styles.problem} role="status">
        {problem ?? (width >= SUMMARY_FROM ? summary : '')}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    height: CONTROLS_HEIGHT,
    flexShrink: 0,
    overflow: 'hidden',
    // Room for the ring around what has the focus.
    padding: '3px',
  }),
  filter: css({ flex: '1 1 120px', minWidth: 80, maxWidth: 320 }),
  summary: css({
    marginLeft: 'auto',
    lineHeight: '32px',
    paddingRight: theme.spacing(1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
  problem: css({
    lineHeight: '32px',
    color: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
});

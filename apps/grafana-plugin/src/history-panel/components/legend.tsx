import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Palette } from '../draw/palette';
import { type Outcome } from '../model/outcome';
import { OUTCOME_DESCRIPTIONS, OUTCOME_LABELS, TEXTS } from '../texts';
import { OutcomeSign } from './outcome-sign';

export const LEGEND_HEIGHT = 26;

interface LegendProps {
  readonly outcomes: readonly Outcome[];
  readonly palette: Palette;
}

/** What the cells mean: the outcomes that are there. */
export function Legend({ outcomes, palette }: LegendProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={TEXTS.legend}>
      {outcomes.map((outcome) => (
        <li key={outcome} className={styles.item} title={OUTCOME_DESCRIPTIONS[outcome]}>
          <OutcomeSign outcome={outcome} palette={palette} />
          {OUTCOME_LABELS[outcome]}
        </li>
      ))}
      <li className={styles.item}>
        <span className={styles.none} style={{ background: palette.track }} aria-hidden="true" />
        {TEXTS.noResult}
      </li>
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    alignItems: 'flex-end',
    gap: theme.spacing(2),
    height: LEGEND_HEIGHT,
    margin: 0,
    padding: theme.spacing(0, 1),
    listStyle: 'none',
    overflow: 'hidden',
    flexWrap: 'wrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  item: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), height: 20, whiteSpace: 'nowrap' }),
  none: css({ width: 14, height: 14, border: `1px solid ${theme.colors.border.medium}` }),
});

import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import { makePalette } from '../draw/palette';
import { type Kind } from '../model/kind';
import { KIND_TEXTS } from '../texts';

interface Props {
  readonly kind: Kind;
}

/** The color of a kind with its sign in it. Its name stands beside it, so it is nothing to a screen reader. */
export function KindSign({ kind }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  const { fills, inks } = makePalette(useTheme2());
  return (
    <span className={styles} style={{ backgroundColor: fills[kind], color: inks[kind] }} aria-hidden="true">
      {KIND_TEXTS[kind].sign}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: 16,
    height: 16,
    flexShrink: 0,
    borderRadius: 2,
    fontSize: 11,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: 1,
  });
}

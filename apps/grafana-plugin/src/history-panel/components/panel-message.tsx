import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface PanelMessageProps {
  readonly text: string;
  readonly children?: React.ReactNode;
}

/** A sentence instead of the grid. */
export function PanelMessage({ text, children }: PanelMessageProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box} role="status">
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    height: '100%',
    padding: theme.spacing(2),
    overflow: 'auto',
    color: theme.colors.text.secondary,
  }),
  text: css({ margin: 0, maxWidth: '72ch', textAlign: 'center', overflowWrap: 'anywhere' }),
});

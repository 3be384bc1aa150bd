import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  readonly kind: 'loading' | 'empty' | 'error';
  readonly text: string;
}

/** A sentence in the middle of the panel. */
export function Message({ kind, text }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'error' && <Icon name="exclamation-triangle" size="lg" className={styles.icon} />}
      <p className={styles.text}>{text}</p>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    frame: css({
      height: '100%',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0, 2),
      overflow: 'auto',
    }),
    icon: css({ color: theme.colors.error.text, flexShrink: 0 }),
    text: css({ margin: 0, maxWidth: '70ch', color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  };
}

import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface Props {
  readonly kind: 'empty' | 'loading' | 'error';
  readonly text: string;
}

/** A sentence in the middle of a panel. */
export function PanelMessage({ kind, text }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'error' && <Icon name="exclamation-triangle" className={styles.icon} />}
      <span className={kind === 'error' ? styles.error : styles.quiet}>{text}</span>
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
      padding: theme.spacing(0, 1),
      textAlign: 'center',
      overflow: 'auto',
    }),
    icon: css({ color: theme.colors.error.text, flexShrink: 0 }),
    error: css({ color: theme.colors.error.text, overflowWrap: 'anywhere' }),
    quiet: css({ color: theme.colors.text.secondary }),
  };
}

import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Kind } from '../model/kind';
import { type KindCount } from '../model/search';
import { KIND_TEXTS, TEXTS } from '../texts';
import { KindSign } from './kind-sign';

interface Props {
  readonly counts: readonly KindCount[];
  readonly hidden: ReadonlySet<Kind>;
  readonly onToggle: (kind: Kind) => void;
  /** Without the names, for panels with little room. */
  readonly isCompact: boolean;
}

/** The legend, and at the same time the switches: what is off fades. */
export function KindToggles({ counts, hidden, onToggle, isCompact }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.group} role="group" aria-label={TEXTS.kinds}>
      {counts.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          className={cx(styles.button, hidden.has(kind) && styles.off)}
          aria-pressed={!hidden.has(kind)}
          title={isCompact ? KIND_TEXTS[kind].label : undefined}
          onClick={() => onToggle(kind)}
        >
          <KindSign kind={kind} />
          <span className={isCompact ? styles.heard : undefined}>{KIND_TEXTS[kind].label}</span>{' '}
          <span className={styles.count}>{count.toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    group: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.25) }),
    button: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      height: 24,
      padding: theme.spacing(0, 0.75),
      border: 'none',
      borderRadius: theme.shape.radius.default,
      background: 'transparent',
      color: theme.colors.text.primary,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
    }),
    off: css({
      textDecoration: 'line-through',
      color: theme.colors.text.secondary,
      '& > span:first-child': { opacity: 0.25 },
    }),
    /** Heard, not seen: the sign says it too. */
    heard: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
    count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  };
}

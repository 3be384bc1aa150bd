import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type CriticalChain } from '../model/critical-chain';
import { explainChain } from '../model/describe';
import { formatDuration } from '../model/duration';
import { shortName } from '../model/test-name-parts';
import { type Timeline } from '../model/timeline';
import { TEXTS } from '../texts';
import { KindSign } from './kind-sign';

interface Props {
  readonly timeline: Timeline;
  readonly chain: CriticalChain;
  readonly onSelect: (id: number) => void;
  readonly onClose: () => void;
}

/** Why the run took as long as it did, and where to begin if it should not. */
export function ChainPane({ timeline, chain, onSelect, onClose }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <aside className={styles.pane} aria-label={TEXTS.chain} data-testid="timeline-chain">
      <header className={styles.head}>
        <strong>{TEXTS.chain}</strong>
        <IconButton name="times" size="lg" tooltip={TEXTS.closeChain} onClick={onClose} />
      </header>
      {explainChain(timeline, chain).map((text) => (
        <p key={text} className={styles.text}>
          {text}
        </p>
      ))}
      <h4 className={styles.title}>Its longest tests</h4>
      <ol className={styles.list}>
        {chain.longest.map((id) => {
          const [attempt, box] = [timeline.attempts[id], timeline.boxes[id]];
          if (attempt === undefined || box === undefined) return null;
          return (
            <li key={id}>
              <button type="button" className={styles.link} title={attempt.test} onClick={() => onSelect(id)}>
                <KindSign kind={attempt.kind} />
                <span className={styles.name}>{shortName(attempt.test)}</span>
                <span className={styles.duration}>{formatDuration(box.stop - box.start)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    pane: css({
      height: '100%',
      overflow: 'auto',
      padding: theme.spacing(1, 1.5),
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    head: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }),
    text: css({ margin: theme.spacing(0.75, 0, 0) }),
    title: css({
      margin: theme.spacing(1.5, 0, 0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
    }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    link: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      width: '100%',
      padding: theme.spacing(0.5),
      border: 'none',
      borderRadius: theme.shape.radius.default,
      background: 'none',
      fontSize: 'inherit',
      textAlign: 'left',
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
    }),
    name: css({ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    duration: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  };
}

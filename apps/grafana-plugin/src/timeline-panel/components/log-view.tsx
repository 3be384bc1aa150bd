import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { type Attachment } from '../model/attempt';
import { countLevels, filterLog, isLog, type Level, LEVELS, parseLog } from '../model/log-levels';
import { LEVEL_LABELS, TEXTS } from '../texts';

interface Props {
  readonly attachment: Attachment;
}

/** The text of an attachment; where it is a log, with switches for its levels. */
export function LogView({ attachment: { name, content } }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  const [hidden, setHidden] = useState<ReadonlySet<Level>>(new Set());
  const entries = useMemo(() => parseLog(content), [content]);
  const counts = useMemo(() => countLevels(entries), [entries]);
  const hasLevels = isLog(name, entries);
  const text = hasLevels ? filterLog(entries, hidden) : content;
  const toggle = (level: Level): void => {
    const next = new Set(hidden);
    if (!next.delete(level)) next.add(level);
    setHidden(next);
  };
  return (
    <div className={styles.frame}>
      {hasLevels && (
        <div className={styles.levels} role="group" aria-label={TEXTS.levels}>
          {LEVELS.map((level) => (
            <label key={level} className={styles.level}>
              <input
                type="checkbox"
                checked={!hidden.has(level)}
                disabled={counts[level] === 0}
                onChange={() => toggle(level)}
              />
              {`${LEVEL_LABELS[level]} ${counts[level]}`}
            </label>
          ))}
        </div>
      )}
      {text.trim() === '' ? (
        <p className={styles.empty}>{content.trim() === '' ? TEXTS.emptyAttachment : TEXTS.nothingAtLevel}</p>
      ) : (
        // Keyboards scroll what has the focus.
        <pre className={styles.text} tabIndex={0} aria-label={name}>
          {text}
        </pre>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    frame: css({ display: 'flex', flexDirection: 'column', minHeight: 0 }),
    levels: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5), margin: theme.spacing(0.5, 0) }),
    level: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      margin: 0,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
      cursor: 'pointer',
    }),
    text: css({
      margin: 0,
      padding: theme.spacing(1),
      maxHeight: 420,
      overflow: 'auto',
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: 12,
      lineHeight: 1.5,
      color: theme.colors.text.primary,
      background: theme.colors.background.secondary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      // Grafana breaks words in code anywhere.
      wordBreak: 'normal',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
    }),
    empty: css({ margin: theme.spacing(1, 0), color: theme.colors.text.secondary }),
  };
}

import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { durationOf, formatDuration } from '../model/duration';
import { shortName, splitTestName } from '../model/test-name-parts';
import { type Timeline } from '../model/timeline';
import { TEXTS } from '../texts';
import { KindSign } from './kind-sign';

interface Props {
  readonly timeline: Timeline;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** The first hits. */
  readonly hits: readonly number[];
  readonly hitCount: number;
  readonly onJump: (id: number) => void;
  readonly inputRef: RefObject<HTMLInputElement>;
  readonly isCompact: boolean;
}

/** Searches by name; what is found can be jumped to from a list. */
export function SearchBox(props: Props): React.ReactElement {
  const { timeline, text, onChange, hits, hitCount, onJump, inputRef, isCompact } = props;
  const styles = useStyles2(getStyles);
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isListShown = isOpen && text.trim() !== '';
  const jump = (id: number): void => {
    setOpen(false);
    onJump(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextActive(event.key, active, hits.length);
    if (next !== null) {
      event.preventDefault();
      setOpen(true);
      setActive(next);
      return;
    }
    if (event.key === 'Enter') {
      const id = hits[Math.max(0, active)];
      if (isListShown && id !== undefined) jump(id);
      return;
    }
    if (event.key !== 'Escape' || text === '') return;
    // The dashboard would leave the panel's view.
    event.stopPropagation();
    if (isListShown) setOpen(false);
    else onChange('');
  };
  return (
    <div
      className={cx(styles.box, isCompact && styles.compact)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Input
        ref={inputRef}
        role="combobox"
        aria-label={TEXTS.searchLabel}
        aria-expanded={isListShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isListShown && hits[active] !== undefined ? `${listId}-${active}` : undefined}
        placeholder={TEXTS.searchPlaceholder}
        value={text}
        prefix={<Icon name="search" />}
        suffix={text !== '' && <IconButton name="times" tooltip={TEXTS.clearSearch} onClick={() => onChange('')} />}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {isListShown && (
        <div className={styles.popover}>
          <div className={styles.head}>{headline(hits.length, hitCount)}</div>
          <ul id={listId} role="listbox" aria-label={TEXTS.jumpTo} className={styles.list}>
            {hits.map((id, at) => (
              <Hit key={id} id={`${listId}-${at}`} attempt={id} isActive={at === active} {...{ timeline, jump }} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly attempt: number;
  readonly isActive: boolean;
  readonly timeline: Timeline;
  readonly jump: (id: number) => void;
}

function Hit({ id, attempt: at, isActive, timeline, jump }: HitProps): React.ReactElement | null {
  const styles = useStyles2(getStyles);
  const attempt = timeline.attempts[at];
  if (attempt === undefined) return null;
  const duration = durationOf(attempt);
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={cx(styles.hit, isActive && styles.active)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => jump(at)}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <KindSign kind={attempt.kind} />
      <span className={styles.name} title={attempt.test}>
        {shortName(attempt.test)}
        <span className={styles.module}>{splitTestName(attempt.test).module}</span>
      </span>
      {attempt.attempts > 1 && <span className={styles.quiet}>{`attempt ${attempt.attempt}`}</span>}
      <span className={styles.quiet}>{duration === null ? '' : formatDuration(duration)}</span>
    </li>
  );
}

function headline(shown: number, all: number): string {
  if (all === 0) return TEXTS.noHits;
  return shown === all
    ? `${TEXTS.jumpTo} (${all})`
    : `${TEXTS.jumpTo} (the first ${shown} of ${all.toLocaleString('en')})`;
}

/** Where the arrow keys lead in a list of so many; null for other keys. */
export function nextActive(key: string, active: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowDown') return active + 1 >= length ? 0 : active + 1;
  if (key === 'ArrowUp') return active <= 0 ? length - 1 : active - 1;
  return null;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ position: 'relative', width: 240, flexShrink: 1 }),
    compact: css({ width: 150 }),
    popover: css({
      position: 'absolute',
      zIndex: theme.zIndex.dropdown,
      top: '100%',
      left: 0,
      marginTop: 2,
      width: 'max-content',
      minWidth: '100%',
      maxWidth: 560,
      background: theme.colors.background.elevated ?? theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      boxShadow: theme.shadows.z3,
    }),
    head: css({
      padding: theme.spacing(0.5, 1),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    list: css({ listStyle: 'none', margin: 0, padding: 0, maxHeight: 260, overflowY: 'auto' }),
    hit: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 1),
      cursor: 'pointer',
      fontSize: theme.typography.bodySmall.fontSize,
      '&:hover': { background: theme.colors.action.hover },
    }),
    active: css({ background: theme.colors.action.selected, boxShadow: `inset 2px 0 ${theme.colors.primary.border}` }),
    name: css({ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    module: css({ marginLeft: theme.spacing(1), color: theme.colors.text.secondary }),
    quiet: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  };
}

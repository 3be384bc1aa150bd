import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, Portal, useStyles2 } from '@grafana/ui';
import React, { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Palette } from '../draw/palette';
import { type Details } from '../model/details';
import { type Link } from '../model/links';
import { placeCard } from '../model/place-card';
import { TEXTS } from '../texts';
import { OutcomeSign } from './outcome-sign';

export interface DetailsCardProps {
  readonly details: Details;
  readonly links: readonly Link[];
  /** What the card is about, in pixels of the window. */
  readonly about: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly palette: Palette;
  /** Stays, and can be entered. */
  readonly isPinned: boolean;
  readonly onClose: () => void;
  readonly onZoom: (() => void) | null;
}

/** All about a cell, a test or a run: under the mouse it is a hint, clicked on it stays and has links. */
export function DetailsCard(props: DetailsCardProps): React.ReactElement {
  const { details, about, palette, isPinned } = props;
  const styles = useStyles2(getStyles);
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null);
  useLayoutEffect(() => {
    const { width, height } = card.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    setPlace(placeCard(about, { width, height }, { width: window.innerWidth, height: window.innerHeight }));
  }, [about, details, isPinned]);
  useCloseOutside(card, isPinned ? props.onClose : null);
  useEffect(() => {
    const find = (selector: string) => card.current?.querySelector<HTMLElement>(selector);
    if (isPinned) (find('a') ?? find('button'))?.focus();
  }, [isPinned]);
  const position =
    place === null ? { visibility: 'hidden' as const, left: 0, top: 0 } : { left: place.x, top: place.y };
  return (
    <Portal>
      <div
        ref={card}
        className={styles.card}
        style={{ ...position, pointerEvents: isPinned ? 'auto' : 'none' }}
        role={isPinned ? 'dialog' : 'tooltip'}
        aria-label={isPinned ? details.title : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          props.onClose();
        }}
      >
        <div className={styles.head}>
          <div className={styles.title}>{breakable(details.title)}</div>
          {isPinned && <IconButton name="times" aria-label={TEXTS.close} onClick={props.onClose} />}
        </div>
        <div className={styles.headline}>
          {details.outcome !== null && <OutcomeSign outcome={details.outcome} palette={palette} />}
          {details.headline}
        </div>
        <Facts details={details} />
        {details.message !== null && <div className={styles.message}>{details.message}</div>}
        {isPinned && <Actions links={props.links} onZoom={props.onZoom} />}
      </div>
    </Portal>
  );
}

/** A long name goes on in the next line after one of its separators, not within a word. */
function breakable(name: string): React.ReactNode {
  return name.split(/(?<=[./:_])/).map((part, index) => (
    <React.Fragment key={index}>
      {part}
      <wbr />
    </React.Fragment>
  ));
}

function Facts({ details }: { readonly details: Details }): React.ReactElement | null {
  const styles = useStyles2(getStyles);
  if (details.facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {details.facts.map(({ label, value }) => (
        <React.Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

function Actions({ links, onZoom }: Pick<DetailsCardProps, 'links' | 'onZoom'>): React.ReactElement | null {
  const styles = useStyles2(getStyles);
  if (links.length === 0 && onZoom === null) return null;
  return (
    <div className={styles.actions}>
      {links.map(({ title, url, isNewTab }, index) => (
        <a
          key={index}
          className={styles.link}
          href={url}
          {...(isNewTab ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {title}
        </a>
      ))}
      {onZoom !== null && (
        <button type="button" className={styles.button} onClick={onZoom}>
          {TEXTS.zoom}
        </button>
      )}
    </div>
  );
}

function useCloseOutside(card: React.RefObject<HTMLDivElement | null>, onClose: (() => void) | null): void {
  useEffect(() => {
    if (onClose === null) return;
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && card.current?.contains(event.target) === true) return;
      onClose();
    };
    document.addEventListener('pointerdown', close, true);
    return () => document.removeEventListener('pointerdown', close, true);
  }, [card, onClose]);
}

const getStyles = (theme: GrafanaTheme2) => {
  const link = {
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 2 },
  };
  return {
    card: css({
      position: 'fixed',
      zIndex: theme.zIndex.tooltip,
      maxWidth: 'min(460px, calc(100vw - 16px))',
      minWidth: 200,
      padding: theme.spacing(1.25, 1.5),
      background: theme.colors.background.elevated ?? theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
      boxShadow: theme.shadows.z3,
      color: theme.colors.text.primary,
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1.45,
    }),
    head: css({ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: theme.spacing(1) }),
    title: css({
      fontWeight: theme.typography.fontWeightMedium,
      overflowWrap: 'anywhere',
      maxHeight: '6em',
      overflow: 'auto',
    }),
    headline: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), margin: theme.spacing(0.5, 0) }),
    facts: css({
      display: 'grid',
      gridTemplateColumns: 'max-content 1fr',
      columnGap: theme.spacing(1.5),
      margin: 0,
      '& dt': { color: theme.colors.text.secondary, fontWeight: 'normal' },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    }),
    message: css({
      marginTop: theme.spacing(0.75),
      padding: theme.spacing(0.5, 0.75),
      maxHeight: '9em',
      overflow: 'auto',
      background: theme.colors.background.canvas,
      borderRadius: theme.shape.radius.default,
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: '11px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    }),
    actions: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(1),
      paddingTop: theme.spacing(0.75),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
    link: css(link),
    button: css({
      ...link,
      padding: 0,
      border: 'none',
      background: 'none',
      fontSize: 'inherit',
      lineHeight: 'inherit',
    }),
  };
};

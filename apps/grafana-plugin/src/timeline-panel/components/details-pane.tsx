import { css } from '@emotion/css';
import { type GrafanaTheme2, type LinkModel } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import React, { type RefObject } from 'react';
import { type AttachmentsState } from '../model/attachments-state';
import { type Attempt } from '../model/attempt';
import { durationOf } from '../model/duration';
import { isTooShort } from '../model/too-short';
import { KIND_TEXTS, TEXTS } from '../texts';
import { Attachments } from './attachments';
import { AttemptFacts } from './attempt-facts';
import { KindSign } from './kind-sign';
import { type RunScene } from './run-scene';
import { useSettledView } from './use-view';

interface Props {
  readonly scene: RunScene;
  /** Of the time, in pixels: what is too short to be seen depends on it. */
  readonly width: number;
  readonly attachments: AttachmentsState;
  readonly links: readonly LinkModel[];
  readonly onSelect: (id: number) => void;
  readonly onZoom: () => void;
  readonly onClose: () => void;
  readonly paneRef: RefObject<HTMLElement>;
}

/** Everything about the selected attempt. */
export function DetailsPane(props: Props): React.ReactElement | null {
  const { scene, width, attachments, links, onSelect, onZoom, onClose, paneRef } = props;
  const styles = useStyles2(getStyles);
  const { time } = useSettledView(scene.store, 150);
  const attempt = scene.timeline.attempts[scene.selected];
  const box = scene.timeline.boxes[scene.selected];
  if (attempt === undefined) return null;
  const isInvisible = box !== undefined && isTooShort(box.start, box.stop, time, width);
  const notes = notesFor(attempt, box?.isOpen ?? false, isInvisible);
  return (
    <aside
      ref={paneRef}
      className={styles.pane}
      tabIndex={-1}
      aria-label={`Details of ${attempt.test.slice(0, 200)}`}
      data-testid="timeline-details"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <KindSign kind={attempt.kind} />
        <strong>{KIND_TEXTS[attempt.kind].label}</strong>
        <Attempts {...{ scene, attempt, onSelect }} />
        <span className={styles.space} />
        {box !== undefined && (
          <Button size="sm" variant="secondary" fill="text" icon="search-plus" onClick={onZoom}>
            {TEXTS.zoomToTest}
          </Button>
        )}
        <IconButton name="times" size="lg" tooltip={TEXTS.close} onClick={onClose} />
      </header>
      <h3 className={styles.name}>{attempt.test}</h3>
      {links.length > 0 && <Links links={links} />}
      {attempt.message !== '' && <p className={styles.message}>{attempt.message}</p>}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <AttemptFacts scene={scene} attempt={attempt} />
      <Attachments key={`${attempt.test} ${attempt.attempt}`} state={attachments} />
    </aside>
  );
}

/** What is odd about its times, in sentences. */
function notesFor(attempt: Attempt, isOpen: boolean, isInvisible: boolean): readonly string[] {
  const { start, stop } = attempt;
  if (start === null && stop === null) return [TEXTS.noTime];
  if (isOpen) return [TEXTS.neverEnded];
  if (start !== null && stop !== null && durationOf(attempt) === null) return [TEXTS.stoppedEarly];
  return isInvisible ? [TEXTS.tooShort] : [];
}

interface AttemptsProps {
  readonly scene: RunScene;
  readonly attempt: Attempt;
  readonly onSelect: (id: number) => void;
}

/** `Attempt n of m`, and the way to the others. */
function Attempts({ scene, attempt, onSelect }: AttemptsProps): React.ReactElement | null {
  const { siblings, selected } = scene;
  if (siblings.length < 2) return null;
  const at = siblings.indexOf(selected);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  return (
    <>
      <span>{`attempt ${attempt.attempt} of ${attempt.attempts}`}</span>
      <IconButton
        name="angle-left"
        tooltip="Previous attempt"
        disabled={previous === undefined}
        onClick={() => previous !== undefined && onSelect(previous)}
      />
      <IconButton
        name="angle-right"
        tooltip="Next attempt"
        disabled={next === undefined}
        onClick={() => next !== undefined && onSelect(next)}
      />
    </>
  );
}

function Links({ links }: { readonly links: readonly LinkModel[] }): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <nav className={styles.links} aria-label="Links">
      {links.map((link, at) => (
        <a key={at} href={link.href} target={link.target} rel="noreferrer" onClick={link.onClick}>
          {link.title}
        </a>
      ))}
    </nav>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    pane: css({
      height: '100%',
      overflow: 'auto',
      padding: theme.spacing(1, 1.5),
      fontSize: theme.typography.bodySmall.fontSize,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
    head: css({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: theme.spacing(0.75) }),
    space: css({ flex: 1 }),
    name: css({
      margin: theme.spacing(1, 0, 0.5),
      fontSize: theme.typography.body.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      lineHeight: 1.4,
      overflowWrap: 'anywhere',
      maxHeight: '8.4em',
      overflowY: 'auto',
    }),
    links: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      '& a': { color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } },
    }),
    message: css({
      margin: theme.spacing(0.5, 0),
      fontFamily: theme.typography.fontFamilyMonospace,
      overflowWrap: 'anywhere',
      maxHeight: '9em',
      overflowY: 'auto',
    }),
    note: css({ margin: theme.spacing(0.5, 0), color: theme.colors.warning.text }),
  };
}

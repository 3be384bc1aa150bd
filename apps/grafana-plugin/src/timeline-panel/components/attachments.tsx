import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, useId, useState } from 'react';
import { type Attachment } from '../model/attempt';
import { type AttachmentsState } from '../model/attachments-state';
import { TEXTS } from '../texts';
import { LogView } from './log-view';

interface Props {
  readonly state: AttachmentsState;
}

/** The files of an attempt behind tabs, or why there are none to see. */
export function Attachments({ state }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={TEXTS.attachments} className={styles.section}>
      {state.kind === 'loaded' ? (
        <Tabs attachments={state.attachments} />
      ) : (
        <p className={styles.quiet}>{sentence(state)}</p>
      )}
    </section>
  );
}

function sentence({ kind }: Exclude<AttachmentsState, { kind: 'loaded' }>): string {
  const sentences = {
    loading: TEXTS.attachmentsLoading,
    none: TEXTS.attachmentsNone,
    noQuery: TEXTS.attachmentsNoQuery,
    noVariable: TEXTS.attachmentsNoVariable,
  };
  return sentences[kind];
}

/** Tabs as the keyboard knows them: one stop, arrow keys from one to the next. */
function Tabs({ attachments }: { readonly attachments: readonly Attachment[] }): React.ReactElement {
  const styles = useStyles2(getStyles);
  const base = useId();
  const [chosen, setChosen] = useState(() => firstToShow(attachments));
  const active = Math.min(chosen, attachments.length - 1);
  const attachment = attachments[active];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (active + step + attachments.length) % attachments.length;
    setChosen(next);
    document.getElementById(`${base}-tab-${next}`)?.focus();
  };
  return (
    <>
      {/* The tabs themselves have the focus. */}
      <div role="tablist" aria-label={TEXTS.attachments} className={styles.tabs} onKeyDown={onKeyDown}>
        {attachments.map(({ name }, at) => (
          <button
            key={at}
            id={`${base}-tab-${at}`}
            type="button"
            role="tab"
            aria-selected={at === active}
            aria-controls={`${base}-panel`}
            tabIndex={at === active ? 0 : -1}
            className={cx(styles.tab, at === active && styles.active)}
            onClick={() => setChosen(at)}
          >
            {name === '' ? `attachment ${at + 1}` : name.slice(0, 60)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-tab-${active}`}>
        {attachment !== undefined && <LogView key={active} attachment={attachment} />}
      </div>
    </>
  );
}

/** The traceback, if there is one: it is what one comes for. */
function firstToShow(attachments: readonly Attachment[]): number {
  return Math.max(
    0,
    attachments.findIndex(({ name }) => /traceback/i.test(name)),
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    section: css({ marginTop: theme.spacing(1.5) }),
    quiet: css({ color: theme.colors.text.secondary, margin: 0 }),
    tabs: css({
      display: 'flex',
      flexWrap: 'wrap',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      marginBottom: theme.spacing(0.75),
    }),
    tab: css({
      padding: theme.spacing(0.5, 1),
      border: 'none',
      borderBottom: '2px solid transparent',
      background: 'none',
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      '&:hover': { color: theme.colors.text.primary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
    }),
    active: css({ color: theme.colors.text.primary, borderBottomColor: theme.colors.primary.border }),
  };
}

import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { Column, Row } from '../../shared/ui-compat';
import { TEXTS } from '../texts';

export interface SqlPreviewProps {
  /** What would be sent now. */
  readonly sql: string;
  readonly onEdit?: () => void;
}

/** The SQL that the question becomes, to read and to take along. */
export function SqlPreview({ sql, onEdit }: SqlPreviewProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <Column>
      <Row>
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={isOpen ? 'angle-down' : 'angle-right'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {TEXTS.editor.showSql}
        </Button>
        <CopyButton text={sql} />
        {onEdit === undefined ? null : (
          <Button size="sm" variant="secondary" fill="text" icon="pen" onClick={onEdit}>
            {TEXTS.editor.editSql}
          </Button>
        )}
      </Row>
      <div id={id} hidden={!isOpen}>
        {/* Long SQL scrolls, and whoever has no mouse scrolls it by keys. */}
        <pre className={styles.sql} tabIndex={0} aria-label={TEXTS.editor.sql}>
          {sql}
        </pre>
      </div>
    </Column>
  );
}

function CopyButton({ text }: { readonly text: string }): React.ReactElement {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // Browsers offer it on https and localhost only.
      setState('failed');
    }
  };
  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        fill="text"
        icon={state === 'copied' ? 'check' : 'copy'}
        onClick={() => void copy()}
        onBlur={() => setState('idle')}
      >
        {TEXTS.editor.copySql}
      </Button>
      <span role="status">{state === 'idle' ? '' : TEXTS.editor.copy[state]}</span>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    sql: css({
      margin: 0,
      maxHeight: 240,
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}

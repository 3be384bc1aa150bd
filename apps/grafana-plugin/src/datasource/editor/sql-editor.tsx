import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, ConfirmModal, TextArea, useStyles2 } from '@grafana/ui';
import { type Format } from '@testmetrics/questions';
import React, { useEffect, useId, useState } from 'react';
import { Column, Labelled, Row } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { OptionField } from './option-field';

export interface SqlEditorProps {
  readonly sql: string;
  readonly format: Format;
  /** Going back to the question loses what was written. */
  readonly isChanged: boolean;
  readonly onChange: (changed: { readonly sql?: string; readonly format?: Format }) => void;
  readonly onBack: () => void;
}

/** A MySQL query that somebody writes; it counts when the field is left, or by Ctrl+Enter. */
export function SqlEditor({ sql, format, isChanged, onChange, onBack }: SqlEditorProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [text, setText] = useState(sql);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => setText(sql), [sql]);
  const finish = () => {
    if (text !== sql) onChange({ sql: text });
  };
  return (
    <Column>
      <Labelled label={TEXTS.editor.sql} htmlFor={id} description={TEXTS.editor.sqlHelp}>
        <TextArea
          id={id}
          className={styles.sql}
          rows={Math.min(20, Math.max(6, text.split('\n').length + 1))}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
          }}
        />
      </Labelled>
      <Row>
        <OptionField
          label={TEXTS.editor.fields.format.label}
          options={TEXTS.editor.formats}
          value={format}
          width={20}
          onChange={(value) => onChange({ format: value === 'time_series' ? value : 'table' })}
        />
      </Row>
      <div>
        <Button
          variant="secondary"
          icon="arrow-left"
          onClick={() => (isChanged || text !== sql ? setAsking(true) : onBack())}
        >
          {TEXTS.editor.backToQuestion}
        </Button>
      </div>
      <ConfirmModal
        isOpen={isAsking}
        title={TEXTS.editor.backToQuestion}
        body={TEXTS.editor.backLoses}
        confirmText={TEXTS.editor.backConfirm}
        onConfirm={() => {
          setAsking(false);
          onBack();
        }}
        onDismiss={() => setAsking(false)}
      />
    </Column>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    sql: css({
      minWidth: 480,
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}

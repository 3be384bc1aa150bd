import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { type MetadataPair } from '@testmetrics/questions';
import React, { useId, useState } from 'react';
import { Column, Labelled, Picker, Row } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { type FieldProps } from './dimension-field';
import { useChoices } from './use-choices';

/** Metadata that runs must carry: all of the pairs. A new pair counts once it has both. */
export function MetadataField(props: FieldProps): React.ReactElement {
  const { question, onChange } = props;
  const [draft, setDraft] = useState<MetadataPair | null>(null);
  const pairs = question.metadata ?? [];
  const write = (next: readonly MetadataPair[]) =>
    onChange({ ...question, metadata: next.length === 0 ? undefined : next });
  return (
    <Column>
      {pairs.map((pair, index) => (
        <Pair
          // A pair has no name of its own.
          key={index}
          {...props}
          pair={pair}
          onPair={(changed) => write(pairs.map((known, at) => (at === index ? changed : known)))}
          onRemove={() => write(pairs.filter((_, at) => at !== index))}
        />
      ))}
      {draft === null ? null : (
        <Pair
          {...props}
          pair={draft}
          onPair={(changed) => {
            const isWhole = changed.key !== '' && changed.value !== '';
            setDraft(isWhole ? null : changed);
            if (isWhole) write([...pairs, changed]);
          }}
          onRemove={() => setDraft(null)}
        />
      )}
      <div>
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          disabled={draft !== null}
          onClick={() => setDraft({ key: '', value: '' })}
        >
          {TEXTS.editor.addMetadata}
        </Button>
      </div>
    </Column>
  );
}

interface PairProps extends FieldProps {
  readonly pair: MetadataPair;
  readonly onPair: (pair: MetadataPair) => void;
  readonly onRemove: () => void;
}

function Pair({ pair, completer, variables, range, onPair, onRemove }: PairProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  const keyId = useId();
  const valueId = useId();
  const keys = useChoices(completer, range);
  const values = useChoices(completer, range);
  const ofVariables = variables.map((name) => ({ label: `$${name}`, value: `\${${name}}` }));
  const { metadataFilterKey, metadataFilterValue } = TEXTS.editor.fields;
  return (
    <Row>
      <Labelled label={metadataFilterKey.label} htmlFor={keyId} error={keys.problem}>
        <Picker
          id={keyId}
          label={metadataFilterKey.label}
          width={28}
          placeholder={metadataFilterKey.placeholder}
          noOptions={TEXTS.editor.nothingFound}
          value={pair.key}
          options={[...ofVariables, ...keys.choices.map(({ text, value }) => ({ label: text, value }))]}
          isLoading={keys.isLoading}
          allowsCustom
          onOpen={() => keys.ask({ of: 'metadataKeys' })}
          onSearch={(search) => keys.ask({ of: 'metadataKeys', search })}
          onChange={(key) => onPair({ ...pair, key })}
        />
      </Labelled>
      <Labelled label={metadataFilterValue.label} htmlFor={valueId} error={values.problem}>
        <Picker
          id={valueId}
          label={metadataFilterValue.label}
          width={36}
          placeholder={metadataFilterValue.placeholder}
          noOptions={TEXTS.editor.nothingFound}
          value={pair.value}
          options={[...ofVariables, ...values.choices.map(({ text, value }) => ({ label: text, value }))]}
          isLoading={values.isLoading}
          allowsCustom
          onOpen={() => values.ask({ of: 'metadataValues', metadataKey: pair.key })}
          onSearch={(search) => values.ask({ of: 'metadataValues', metadataKey: pair.key, search })}
          onChange={(value) => onPair({ ...pair, value })}
        />
      </Labelled>
      <div className={styles.remove}>
        <IconButton name="trash-alt" tooltip={TEXTS.editor.removeMetadata} onClick={onRemove} />
      </div>
    </Row>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { remove: css({ alignSelf: 'flex-end', paddingBottom: theme.spacing(1) }) };
}

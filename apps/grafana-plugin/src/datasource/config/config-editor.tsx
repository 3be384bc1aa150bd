import { type DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, LinkButton } from '@grafana/ui';
import React, { useId } from 'react';
import { Column, Labelled, Picker } from '../../shared/ui-compat';
import { MYSQL_TYPE, type TestMetricsOptions } from '../query/query';
import { TEXTS } from '../texts';

/** Which MySQL datasource is read through; there is nothing else to set. */
export function ConfigEditor({
  options,
  onOptionsChange,
}: DataSourcePluginOptionsEditorProps<TestMetricsOptions>): React.ReactElement {
  const id = useId();
  const uid = options.jsonData.mysqlUid ?? '';
  const known = getDataSourceSrv().getList({ type: MYSQL_TYPE });
  const isUnknown = uid !== '' && known.every((settings) => settings.uid !== uid);
  return (
    <Column>
      <Labelled
        label={TEXTS.config.mysql}
        htmlFor={id}
        description={TEXTS.config.mysqlHelp}
        error={isUnknown ? TEXTS.config.unknown(uid) : undefined}
      >
        <Picker
          id={id}
          label={TEXTS.config.mysql}
          width={40}
          placeholder={TEXTS.config.choose}
          noOptions={TEXTS.config.none}
          isInvalid={isUnknown}
          value={uid}
          options={known.map(({ name, uid: value }) => ({ label: name, value }))}
          onChange={(mysqlUid) => onOptionsChange({ ...options, jsonData: { ...options.jsonData, mysqlUid } })}
        />
      </Labelled>
      {known.length > 0 ? null : (
        <Alert severity="info" title={TEXTS.config.none}>
          <p>{TEXTS.config.noneHelp}</p>
          <LinkButton href="connections/datasources/mysql" variant="secondary">
            {TEXTS.config.add}
          </LinkButton>
        </Alert>
      )}
      <Alert severity="info" title={TEXTS.config.rightsTitle}>
        {TEXTS.config.rights}
      </Alert>
    </Column>
  );
}

import { type DataSourceApi, type DataSourcePlugin } from '@grafana/data';
import { type ComponentType, useState } from 'react';
import { makeDatasource } from '../datasource-service';
import { instanceSettings } from '../host-settings';
import { DATASOURCE_ID, type Host, search } from './host';
import { useLoaded } from './use-loaded';

interface Verdict {
  readonly status?: string;
  readonly message: string;
}

/** The datasource's settings, with Grafana's "Save & test" below them. */
export function ConfigView({ host }: { readonly host: Host }) {
  const plugin = useLoaded(() => host.loader.datasource(DATASOURCE_ID));
  if (plugin === null) return <p>Loading…</p>;
  if (plugin instanceof Error) return <p role="alert">{plugin.message}</p>;
  return <Config host={host} plugin={plugin} />;
}

function Config({ host, plugin }: { readonly host: Host; readonly plugin: DataSourcePlugin<DataSourceApi> }) {
  const found = host.settings.datasources.find(({ type }) => type === DATASOURCE_ID);
  // ?mysqlUid=… stands for settings that were saved long ago.
  const saved = search().get('mysqlUid');
  const [options, setOptions] = useState({
    ...{ id: 99, uid: '', name: '', type: DATASOURCE_ID, access: 'proxy', readOnly: false, jsonData: {} },
    ...{ secureJsonFields: {}, secureJsonData: {} },
    ...found,
    ...(saved === null ? {} : { jsonData: { mysqlUid: saved } }),
  });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const Editor = plugin.components.ConfigEditor as unknown as ComponentType<Record<string, unknown>>;
  const saveAndTest = () => {
    setVerdict(null);
    test(host, options).then(setVerdict, (error: unknown) => setVerdict({ message: (error as Error).message }));
  };
  return (
    <>
      <div data-ours="config">
        <Editor options={options} onOptionsChange={setOptions} />
      </div>
      <button onClick={saveAndTest}>Save &amp; test</button>
      {verdict !== null && (
        <p role="alert" data-testid="verdict">
          {verdict.status ?? 'threw'}: {verdict.message}
        </p>
      )}
    </>
  );
}

async function test(host: Host, options: Parameters<typeof instanceSettings>[0]): Promise<Verdict> {
  const settings = instanceSettings(options, 98, host.settings.plugins);
  const datasource = await makeDatasource(settings, host.loader);
  return (await datasource.testDatasource()) as Verdict;
}

import { type DataQueryResponse, type DataSourceApi } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { type ComponentType, useRef, useState } from 'react';
import { Answer } from './answer';
import { type Host, search, timeRange } from './host';
import { runTargets } from './run-targets';
import { useLoaded } from './use-loaded';

/** The query editor of a panel (or, with ?app=explore, of Explore), with what its query gives. */
export function QueryView({ host }: { readonly host: Host }) {
  const datasource = useLoaded(() => getDataSourceSrv().get(search().get('ds') ?? 'testmetrics'));
  if (datasource === null) return <p>Loading…</p>;
  if (datasource instanceof Error) return <p role="alert">{datasource.message}</p>;
  return <Query host={host} datasource={datasource} />;
}

function Query({ host, datasource }: { readonly host: Host; readonly datasource: DataSourceApi }) {
  const app = search().get('app') ?? 'panel-editor';
  const [query, setQuery] = useState<DataQuery>(() => savedQuery(datasource, app));
  const newest = useRef(query);
  const [response, setResponse] = useState<DataQueryResponse | Error | null>(null);
  const [range] = useState(() => timeRange());
  host.templates.show([{ name: 'job', type: 'query', value: '0' }], range);
  const Editor = datasource.components?.QueryEditor as ComponentType<Record<string, unknown>> | undefined;
  if (Editor === undefined) return <p role="alert">The datasource has no query editor.</p>;
  const change = (changed: DataQuery) => {
    newest.current = changed;
    setQuery(changed);
  };
  const run = () => {
    runTargets(datasource, { targets: [newest.current], range, app }).then(setResponse, (error: unknown) =>
      setResponse(error as Error),
    );
  };
  return (
    <>
      <div data-ours="query">
        <Editor
          datasource={datasource}
          query={query}
          onChange={change}
          onRunQuery={run}
          app={app}
          range={range}
          queries={[query]}
          history={[]}
        />
      </div>
      <h2>Saved</h2>
      <pre data-testid="saved">{JSON.stringify(query)}</pre>
      <p data-testid="words">{datasource.getQueryDisplayText?.(query)}</p>
      <button onClick={run}>Run</button>
      <h2>Answer</h2>
      <div data-testid="answer">
        <Answer response={response} />
      </div>
    </>
  );
}

/** ?query=JSON, else what the datasource begins with. */
function savedQuery(datasource: DataSourceApi, app: string): DataQuery {
  const saved = JSON.parse(search().get('query') ?? '{}') as object;
  const { type, uid } = datasource;
  const start = search().has('query') ? {} : datasource.getDefaultQuery?.(app as never);
  return { refId: 'A', datasource: { type, uid }, ...start, ...saved };
}

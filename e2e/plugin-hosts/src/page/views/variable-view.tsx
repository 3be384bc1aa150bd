import { type CustomVariableSupport, type DataQueryResponse, type DataSourceApi } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { type ComponentType, useRef, useState } from 'react';
import { Answer } from './answer';
import { type Host, search, timeRange } from './host';
import { runTargets } from './run-targets';
import { useLoaded } from './use-loaded';

/** The editor of a dashboard variable's query, with the choices that it gives. */
export function VariableView({ host }: { readonly host: Host }) {
  const datasource = useLoaded(() => getDataSourceSrv().get('testmetrics'));
  if (datasource === null) return <p>Loading…</p>;
  if (datasource instanceof Error) return <p role="alert">{datasource.message}</p>;
  return <Variable host={host} datasource={datasource} />;
}

function Variable({ host, datasource }: { readonly host: Host; readonly datasource: DataSourceApi }) {
  const support = datasource.variables as unknown as CustomVariableSupport<DataSourceApi> | undefined;
  const [query, setQuery] = useState<DataQuery>(() => ({
    ...(support?.getDefaultQuery?.() as object),
    refId: 'variable',
    ...(JSON.parse(search().get('query') ?? '{}') as object),
  }));
  const newest = useRef(query);
  const [response, setResponse] = useState<DataQueryResponse | Error | null>(null);
  const [range] = useState(() => timeRange());
  host.templates.show([], range);
  const Editor = support?.editor as ComponentType<Record<string, unknown>> | undefined;
  if (support === undefined || Editor === undefined) return <p role="alert">There is no variable editor.</p>;
  const change = (changed: DataQuery) => {
    newest.current = changed;
    setQuery(changed);
  };
  const run = () => {
    const ask = support.query.bind(support) as never;
    runTargets(datasource, { targets: [newest.current], range, query: ask }).then(setResponse, (error: unknown) =>
      setResponse(error as Error),
    );
  };
  return (
    <>
      <div data-ours="variable">
        <Editor datasource={datasource} query={query} onChange={change} onRunQuery={run} range={range} />
      </div>
      <pre data-testid="saved">{JSON.stringify(query)}</pre>
      <button onClick={run}>Preview of values</button>
      <div data-testid="answer">
        <Answer response={response} />
      </div>
    </>
  );
}

import { type AnnotationEvent, type AnnotationQuery, type DataSourceApi, toDataFrame } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { type ComponentType, useState } from 'react';
import { from, lastValueFrom } from 'rxjs';
import { type Host, timeRange } from './host';
import { runTargets } from './run-targets';
import { useLoaded } from './use-loaded';

/** The editor of an annotation query, with the events that it gives. */
export function AnnotationView({ host }: { readonly host: Host }) {
  const datasource = useLoaded(() => getDataSourceSrv().get('testmetrics'));
  if (datasource === null) return <p>Loading…</p>;
  if (datasource instanceof Error) return <p role="alert">{datasource.message}</p>;
  return <Annotation host={host} datasource={datasource} />;
}

function Annotation({ host, datasource }: { readonly host: Host; readonly datasource: DataSourceApi }) {
  const support = datasource.annotations;
  const [annotation, setAnnotation] = useState<AnnotationQuery>({
    ...{ name: 'Marks', enable: true, iconColor: 'red' },
    ...support?.getDefaultQuery?.(),
    datasource: { type: datasource.type, uid: datasource.uid },
  });
  const [events, setEvents] = useState<readonly AnnotationEvent[] | Error | null>(null);
  const [range] = useState(() => timeRange());
  host.templates.show([], range);
  const Editor = support?.QueryEditor as ComponentType<Record<string, unknown>> | undefined;
  if (Editor === undefined) return <p role="alert">There is no annotation editor.</p>;
  const query = { refId: 'Anno', ...(annotation.target as object) };
  const run = () => {
    findEvents(datasource, annotation, range).then(setEvents, (error: unknown) => setEvents(error as Error));
  };
  return (
    <>
      <div data-ours="annotation">
        <Editor
          datasource={datasource}
          annotation={annotation}
          onAnnotationChange={setAnnotation}
          query={query}
          onChange={(target: unknown) => setAnnotation((old) => ({ ...old, target: target as never }))}
          onRunQuery={run}
          range={range}
        />
      </div>
      <button onClick={run}>Test annotation query</button>
      {events instanceof Error ? <p role="alert">{events.message}</p> : <Events events={events ?? []} />}
    </>
  );
}

function Events({ events }: { readonly events: readonly AnnotationEvent[] }) {
  return (
    <ol data-testid="events">
      {events.map((event, index) => (
        <li key={index}>
          {event.time} {event.title} {event.text} {event.tags?.join(' ')}
        </li>
      ))}
    </ol>
  );
}

async function findEvents(
  datasource: DataSourceApi,
  annotation: AnnotationQuery,
  range: ReturnType<typeof timeRange>,
): Promise<readonly AnnotationEvent[]> {
  const support = datasource.annotations;
  const prepared = (support?.prepareAnnotation?.(annotation) ?? annotation) as AnnotationQuery;
  const query = support?.prepareQuery === undefined ? prepared.target : support.prepareQuery(prepared);
  if (query === undefined) return [];
  const response = await runTargets(datasource, { targets: [{ ...query, refId: 'Anno' }], range });
  const [error] = response.errors ?? [];
  if (error !== undefined) throw new Error(error.message);
  const frames = response.data.map((frame) => toDataFrame(frame));
  if (support?.processEvents !== undefined) {
    return (await lastValueFrom(from(support.processEvents(prepared, frames)))) ?? [];
  }
  return frames.flatMap((frame) =>
    Array.from({ length: frame.length }, (_, row) =>
      Object.fromEntries(frame.fields.map((field) => [field.name, field.values[row]])),
    ),
  );
}

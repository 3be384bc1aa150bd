import {
  type AbsoluteTimeRange,
  type DataQueryResponse,
  dateTime,
  EventBusSrv,
  LoadingState,
  type PanelPlugin,
  type PanelProps,
  PluginContextProvider,
  type TimeRange,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { ErrorBoundaryAlert, PanelContextProvider } from '@grafana/ui';
import { type ComponentType, useMemo, useState } from 'react';
import { type PanelJson } from './dashboard-json';
import { type Host } from './host';

interface Props {
  readonly host: Host;
  readonly panel: PanelJson;
  readonly plugin: PanelPlugin;
  readonly response: DataQueryResponse | Error;
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
}

const SIZE = { width: 1200, height: 600 };

/** A panel of the plugin with everything that Grafana hands to one. */
export function OurPanel({ panel, plugin, response, range, onRange }: Props) {
  const [options, setOptions] = useState<object>({ ...(plugin.defaults as object), ...panel.options });
  const eventBus = useMemo(() => new EventBusSrv(), []);
  const data = useMemo(() => panelData(response, range), [response, range]);
  const Panel = plugin.panel as ComponentType<Record<string, unknown>> | null;
  if (Panel === null) return <p role="alert">The plugin {panel.type} draws nothing.</p>;
  const props: Partial<PanelProps> = {
    ...{ id: panel.id, title: panel.title ?? '', data, timeRange: range, timeZone: 'utc', options, eventBus, ...SIZE },
    fieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
    renderCounter: 1,
    transparent: false,
    replaceVariables: (text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format),
    onChangeTimeRange: ({ from, to }: AbsoluteTimeRange) => onRange(absolute(from, to)),
    onOptionsChange: setOptions,
    onFieldConfigChange: () => undefined,
  };
  const context = { eventBus, eventsScope: 'panel', app: 'dashboard' };
  return (
    <PluginContextProvider meta={plugin.meta}>
      <PanelContextProvider value={context as never}>
        <div data-ours={panel.type} style={{ ...SIZE, position: 'relative' }}>
          <ErrorBoundaryAlert>
            <Panel {...props} />
          </ErrorBoundaryAlert>
        </div>
      </PanelContextProvider>
    </PluginContextProvider>
  );
}

function absolute(fromMs: number, toMs: number): TimeRange {
  const [from, to] = [dateTime(fromMs), dateTime(toMs)];
  return { from, to, raw: { from, to } };
}

function panelData(response: DataQueryResponse | Error, timeRange: TimeRange) {
  if (response instanceof Error) return { state: LoadingState.Error, series: [], timeRange, error: response };
  const error = response.errors?.[0] ?? response.error;
  const state = error === undefined ? LoadingState.Done : LoadingState.Error;
  return { state, series: response.data, timeRange, structureRev: 1, ...(error === undefined ? {} : { error }) };
}

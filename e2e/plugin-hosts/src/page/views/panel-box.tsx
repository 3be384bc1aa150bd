import {
  applyFieldOverrides,
  type DataFrame,
  type DataQueryResponse,
  FieldConfigOptionsRegistry,
  type PanelPlugin,
  standardFieldConfigEditorRegistry,
  type TimeRange,
  toDataFrame,
} from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { Answer } from './answer';
import { type PanelJson } from './dashboard-json';
import { type Host } from './host';
import { OurPanel } from './our-panel';
import { runTargets } from './run-targets';

interface Props {
  readonly host: Host;
  readonly panel: PanelJson;
  readonly initialRange: TimeRange;
}

interface Loaded {
  readonly response: DataQueryResponse | Error;
  readonly plugin: PanelPlugin | null;
}

/** One panel: its title, and what its queries gave. */
export function PanelBox({ host, panel, initialRange }: Props) {
  const [range, setRange] = useState(initialRange);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    void load(host, panel, range).then(setLoaded);
  }, [host, panel, range]);
  const title = getTemplateSrv().replace(panel.title ?? '');
  return (
    <section aria-label={title} data-panel={panel.type} data-state={loaded === null ? 'loading' : 'done'}>
      <h2>{title}</h2>
      {loaded !== null && loaded.plugin !== null && (
        <OurPanel
          host={host}
          panel={panel}
          plugin={loaded.plugin}
          response={loaded.response}
          range={range}
          onRange={setRange}
        />
      )}
      {loaded !== null && <Answer response={loaded.response} />}
    </section>
  );
}

async function load(host: Host, panel: PanelJson, range: TimeRange): Promise<Loaded> {
  const plugin = panel.type.startsWith('testmetrics-') ? await host.loader.panel(panel.type) : null;
  const [first] = panel.targets ?? [];
  if (first === undefined) return { plugin, response: { data: [] } };
  try {
    const datasource = await getDataSourceSrv().get(first.datasource);
    const response = await runTargets(datasource, { targets: panel.targets ?? [], range });
    return { plugin, response: { ...response, data: withSettings(host, panel, response, plugin) } };
  } catch (error) {
    return { plugin, response: error as Error };
  }
}

/** The panel's units, names and links put onto the fields, as panels get them. */
function withSettings(
  { theme }: Host,
  { fieldConfig }: PanelJson,
  { data }: DataQueryResponse,
  plugin: PanelPlugin | null,
): DataFrame[] {
  return applyFieldOverrides({
    data: data.map((frame) => toDataFrame(frame)),
    fieldConfig: fieldConfig ?? { defaults: {}, overrides: [] },
    fieldConfigRegistry:
      plugin?.fieldConfigRegistry ?? new FieldConfigOptionsRegistry(() => standardFieldConfigEditorRegistry.list()),
    replaceVariables: (text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format),
    theme,
    timeZone: 'utc',
  });
}

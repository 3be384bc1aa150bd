import { type PanelPlugin } from '@grafana/data';
import { builtInMeta } from '../plugins/plugin-json';
import { barChartPlugin } from './bar-chart/plugin';
import { barGaugePlugin } from './bar-gauge/plugin';
import { statPlugin } from './stat/plugin';
import { tablePlugin } from './table/plugin';
import { textPlugin } from './text/plugin';
import { timeSeriesPlugin } from './time-series/plugin';
import { unknownPlugin } from './unknown/plugin';

/** The panel types that our dashboards use. Grafana's own panels are not published; these are thin wrappers on what is. */
const PLUGINS = new Map<string, PanelPlugin>(
  Object.entries({
    timeseries: timeSeriesPlugin,
    stat: statPlugin,
    table: tablePlugin,
    bargauge: barGaugePlugin,
    barchart: barChartPlugin,
    text: textPlugin,
  }) as [string, PanelPlugin][],
);

for (const [id, plugin] of PLUGINS) describe(id, plugin);

/** The plugin of a panel type; one that says so where there is none. */
export function panelPlugin(id: string): PanelPlugin {
  const known = PLUGINS.get(id);
  if (known !== undefined) return known;
  const plugin = unknownPlugin(id);
  describe(id, plugin);
  PLUGINS.set(id, plugin);
  return plugin;
}

function describe(id: string, plugin: PanelPlugin): void {
  plugin.meta = { ...builtInMeta(id, id, 'panel'), sort: 0, skipDataQuery: id === 'text' };
}

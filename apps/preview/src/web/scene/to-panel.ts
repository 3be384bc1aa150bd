import { type DataTransformerConfig } from '@grafana/data';
import { SceneDataTransformer, SceneGridItem, SceneQueryRunner, VizPanel } from '@grafana/scenes';
import { type PanelJson } from './dashboard-json';

/** A panel at its place; its queries run when the variables that they name have values. */
export function toGridItem(json: PanelJson): SceneGridItem {
  const { x, y, w, h } = json.gridPos;
  return new SceneGridItem({ key: `grid-item-${json.id}`, x, y, width: w, height: h, body: toPanel(json) });
}

function toPanel(json: PanelJson): VizPanel {
  const data = toData(json);
  return new VizPanel({
    key: `panel-${json.id}`,
    pluginId: json.type,
    title: json.title ?? '',
    description: json.description ?? '',
    options: json.options ?? {},
    fieldConfig: json.fieldConfig ?? { defaults: {}, overrides: [] },
    displayMode: json.transparent === true ? 'transparent' : 'default',
    ...(data === null ? {} : { $data: data }),
  });
}

function toData(json: PanelJson): SceneQueryRunner | SceneDataTransformer | null {
  const [first, ...others] = json.targets ?? [];
  if (first === undefined) return null;
  const runner = new SceneQueryRunner({
    queries: [first, ...others],
    ...(json.interval === undefined ? {} : { minInterval: json.interval }),
    ...(json.maxDataPoints === undefined ? {} : { maxDataPoints: json.maxDataPoints }),
    dataLayerFilter: { panelId: json.id },
    ...(first.datasource === undefined ? {} : { datasource: first.datasource }),
  });
  if ((json.transformations ?? []).length === 0) return runner;
  return new SceneDataTransformer({ $data: runner, transformations: json.transformations as DataTransformerConfig[] });
}

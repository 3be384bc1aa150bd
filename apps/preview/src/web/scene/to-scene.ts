import {
  behaviors,
  EmbeddedScene,
  SceneControlsSpacer,
  SceneDataLayerControls,
  SceneDataLayerSet,
  SceneGridLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
} from '@grafana/scenes';
import { type DashboardJson } from './dashboard-json';
import { toAnnotationLayers } from './to-annotations';
import { patientRefresh } from './patient-refresh';
import { toGridItem } from './to-panel';
import { toVariables } from './to-variables';

const DEFAULT_RANGE = { from: 'now-6h', to: 'now' };

/** Grafana's servers refuse to refresh more often, since many people look at them. */
const FASTEST_IN_GRAFANA = '5s';

/** Here one person looks, and wants to see a run that was just posted within five seconds, queries included. */
const FASTEST_HERE = '3s';

/** The scene of a classic dashboard: what Grafana makes of the same file when it loads it. */
export function toScene(json: DashboardJson): EmbeddedScene {
  const layers = toAnnotationLayers(json.annotations?.list ?? []);
  const queries = new behaviors.SceneQueryController();
  const timeRange = new SceneTimeRange({ ...(json.time ?? DEFAULT_RANGE), timeZone: json.timezone ?? 'browser' });
  timeRange.onRefresh = patientRefresh(timeRange.onRefresh, queries);
  return new EmbeddedScene({
    key: json.uid,
    $timeRange: timeRange,
    $variables: toVariables(json.templating?.list ?? []),
    $behaviors: [new behaviors.CursorSync({ key: 'cursor', sync: json.graphTooltip ?? 0 }), queries],
    $data: new SceneDataLayerSet({ layers }),
    controls: [
      new VariableValueSelectors({}),
      ...(layers.length === 0 ? [] : [new SceneDataLayerControls()]),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({
        refresh: json.refresh === FASTEST_IN_GRAFANA ? FASTEST_HERE : (json.refresh ?? ''),
        intervals: [FASTEST_HERE, ...(json.timepicker?.refresh_intervals ?? [])],
        isOnCanvas: true,
      }),
    ],
    body: new SceneGridLayout({ children: json.panels.map(toGridItem), isDraggable: false, isResizable: false }),
  });
}

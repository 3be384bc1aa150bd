import { dataLayers, type SceneDataLayerProvider } from '@grafana/scenes';
import { type AnnotationJson } from './dashboard-json';

/** The annotations that a datasource answers; each may be switched off above the panels. */
export function toAnnotationLayers(list: readonly AnnotationJson[]): SceneDataLayerProvider[] {
  return list
    .filter((annotation) => annotation.builtIn !== 1 && annotation.datasource !== undefined)
    .map(
      (annotation) =>
        new dataLayers.AnnotationsDataLayer({
          key: `annotations-${annotation.name}`,
          name: annotation.name,
          isEnabled: annotation.enable,
          isHidden: annotation.hide ?? false,
          query: annotation as never,
        }),
    );
}

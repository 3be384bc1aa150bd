import { type ScopedVars } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

let shown: SceneObject | null = null;

/** Says which dashboard is meant by code that names none: plugins ask for variables without saying where they stand. */
export function showScene(scene: SceneObject | null): void {
  shown = scene;
}

/** Replaces dashboard variables as the scene does in which the caller stands. */
export function makeTemplateService(): TemplateSrv {
  const service = {
    replace: (text = '', scopedVars?: ScopedVars, format?: Parameters<typeof sceneGraph.interpolate>[3]) => {
      const scene = sceneOf(scopedVars);
      return scene === null ? text : sceneGraph.interpolate(scene, text, scopedVars, format);
    },
    containsTemplate: (text?: string) => text !== undefined && /\$\{?\w|\[\[/.test(text),
    getVariables: () => variablesOf(shown),
    getAdhocFilters: () => [],
    updateTimeRange: () => undefined,
  };
  return service as unknown as TemplateSrv;
}

function sceneOf(scopedVars: ScopedVars | undefined): SceneObject | null {
  const holder = scopedVars?.['__sceneObject']?.value as { valueOf(): SceneObject } | undefined;
  return holder?.valueOf() ?? shown;
}

function variablesOf(scene: SceneObject | null) {
  return (scene?.state.$variables?.state.variables ?? []).map(({ state: { name, label, type } }) => ({
    name,
    label: label ?? name,
    type,
  }));
}

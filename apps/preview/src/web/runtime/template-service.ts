import { type ScopedVars } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

/** Replaces dashboard variables as the scene does in which the caller stands. */
export function makeTemplateService(): TemplateSrv {
  const service = {
    replace: (text = '', scopedVars?: ScopedVars, format?: Parameters<typeof sceneGraph.interpolate>[3]) => {
      const scene = sceneOf(scopedVars);
      return scene === null ? text : sceneGraph.interpolate(scene, text, scopedVars, format);
    },
    containsTemplate: (text?: string) => text !== undefined && /\$\{?\w|\[\[/.test(text),
    getVariables: () => [],
    updateTimeRange: () => undefined,
  };
  return service as unknown as TemplateSrv;
}

function sceneOf(scopedVars: ScopedVars | undefined): SceneObject | null {
  const holder = scopedVars?.['__sceneObject']?.value as { valueOf(): SceneObject } | undefined;
  return holder?.valueOf() ?? null;
}

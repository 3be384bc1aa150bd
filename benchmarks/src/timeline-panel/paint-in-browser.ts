import { join } from 'node:path';
import { measureOnPages } from '../measure-on-pages';

/** What the panel's own `testing/measure-scene.ts` takes and gives. */
export interface SceneShape {
  readonly attempts: number;
  readonly workers: number;
  readonly width: number;
  readonly height: number;
  readonly density: number;
  readonly frames: number;
}

export interface SceneTimes {
  readonly frames: readonly number[];
  readonly floors: readonly number[];
  readonly rectangles: number;
  readonly framesPerSecond: number;
  readonly bareFramesPerSecond: number;
}

/** The panel's model and painting, from their sources. */
export function paintInBrowser(root: string, shapes: readonly SceneShape[]): Promise<readonly SceneTimes[]> {
  const entry = join(root, 'apps/grafana-plugin/src/timeline-panel/testing/measure-scene.ts');
  const warmUp = (shape: SceneShape): SceneShape => ({ ...shape, frames: 20 });
  return measureOnPages({ entry, name: 'measureScene', warmUp }, shapes);
}

import { join } from 'node:path';
import { measureOnPages } from '../measure-on-pages';

/** What the panel's own `testing/measure-grid.ts` takes and gives. */
export interface GridShape {
  readonly tests: number;
  readonly runs: number;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly frames: number;
}

export interface GridTimes {
  readonly firsts: readonly { readonly model: number; readonly picture: number }[];
  readonly frames: readonly number[];
  readonly floors: readonly number[];
  readonly cells: number;
}

/** The panel's model and painting, from their sources. */
export function measureInBrowser(root: string, shapes: readonly GridShape[]): Promise<readonly GridTimes[]> {
  const entry = join(root, 'apps/grafana-plugin/src/history-panel/testing/measure-grid.ts');
  const warmUp = (shape: GridShape): GridShape => ({ ...shape, tests: 200, runs: 50, frames: 20 });
  return measureOnPages({ entry, name: 'measureGrid', warmUp }, shapes);
}

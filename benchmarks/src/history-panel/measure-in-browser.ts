import { join } from 'node:path';
import { openBrowser } from '@testmetrics/harness';
import { bundleScript } from '../bundle-script';

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

/** Bundles the panel's model and painting from their sources and measures each shape on a page of its own. */
export async function measureInBrowser(root: string, shapes: readonly GridShape[]): Promise<readonly GridTimes[]> {
  const entry = join(root, 'apps/grafana-plugin/src/history-panel/testing/measure-grid.ts');
  const script = await bundleScript(entry, 'panel');
  const browser = await openBrowser();
  try {
    const times: GridTimes[] = [];
    for (const shape of shapes) {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      // Once for the compiler: a dashboard that is looked at has drawn before.
      await page.evaluate(`panel.measureGrid(${JSON.stringify({ ...shape, tests: 200, runs: 50, frames: 20 })})`);
      times.push(await page.evaluate<GridTimes>(`panel.measureGrid(${JSON.stringify(shape)})`));
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

import { join } from 'node:path';
import { openBrowser } from '@testmetrics/harness';
import { bundleScript } from '../bundle-script';

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

/** Bundles the panel's model and painting from their sources and measures each shape on a page of its own. */
export async function paintInBrowser(root: string, shapes: readonly SceneShape[]): Promise<readonly SceneTimes[]> {
  const entry = join(root, 'apps/grafana-plugin/src/timeline-panel/testing/measure-scene.ts');
  const script = await bundleScript(entry, 'panel');
  const browser = await openBrowser();
  try {
    const times: SceneTimes[] = [];
    for (const shape of shapes) {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      // Once for the compiler: a panel that somebody zooms has painted before.
      await page.evaluate(`panel.measureScene(${JSON.stringify({ ...shape, frames: 20 })})`);
      times.push(await page.evaluate<SceneTimes>(`panel.measureScene(${JSON.stringify(shape)})`));
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

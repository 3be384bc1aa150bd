import { openBrowser } from '@testmetrics/harness';
import { bundleScript } from './bundle-script';

export interface PageMeasure<Shape> {
  /** The source that measures, with all that it imports. */
  readonly entry: string;
  /** What it exports: takes a shape and gives its times. */
  readonly name: string;
  /** A small shape that is measured first, for the compiler: a panel that somebody looks at has drawn before. */
  readonly warmUp: (shape: Shape) => Shape;
}

/** Bundles the source and measures each shape on a page of its own. */
export async function measureOnPages<Shape, Times>(
  { entry, name, warmUp }: PageMeasure<Shape>,
  shapes: readonly Shape[],
): Promise<readonly Times[]> {
  const script = await bundleScript(entry, 'panel');
  const browser = await openBrowser();
  try {
    const times: Times[] = [];
    for (const shape of shapes) {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      const measure = (one: Shape) => page.evaluate<Times>(`panel.${name}(${JSON.stringify(one)})`);
      await measure(warmUp(shape));
      times.push(await measure(shape));
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What a benchmark calls of the panel; its own types belong to the plugin, which no other project imports. */
export interface Panel {
  makeRun(shape: { readonly attempts: number; readonly workers: number }): readonly unknown[];
  buildTimeline(attempts: readonly unknown[]): Timeline;
  layoutRows(timeline: Timeline, height: number): unknown;
  wholeRun(wallMs: number): View;
  zoomAt(view: View, at: number, factor: number, whole: View): View;
  planRects(timeline: Timeline, layout: unknown, frame: Frame, bright: Uint8Array | null): unknown;
}

export interface View {
  readonly from: number;
  readonly to: number;
}

export interface Frame {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly density: number;
}

export interface Timeline {
  readonly wallMs: number;
  readonly lanes: readonly {
    readonly rows: readonly { readonly starts: Float64Array; readonly stops: Float64Array }[];
  }[];
}

const MODULES = ['testing/make-run', 'model/timeline', 'model/row-layout', 'model/viewport', 'draw/rect-plan'];

/** Bundles the panel's model from its sources, as the plugin's build does, and loads it. */
export async function loadPanel(root: string, directory: string): Promise<Panel> {
  const outfile = join(directory, 'timeline-panel.mjs');
  await build({
    stdin: {
      contents: MODULES.map((module) => `export * from './${module}';`).join('\n'),
      resolveDir: join(root, 'apps/grafana-plugin/src/timeline-panel'),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    outfile,
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as Panel;
}

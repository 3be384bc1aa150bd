import { makePalette } from '../draw/palette';
import { paintScene, type ScenePaint } from '../draw/paint-scene';
import { makeCanvas, makePatterns } from '../draw/patterns';
import { type Frame, planRects } from '../draw/rect-plan';
import { findCriticalChain } from '../model/critical-chain';
import { layoutRows } from '../model/row-layout';
import { formatElapsed, makeTicks } from '../model/ticks';
import { buildTimeline } from '../model/timeline';
import { type Viewport, wholeRun, zoomAt } from '../model/viewport';
import { makeRun } from './make-run';

export interface SceneShape {
  readonly attempts: number;
  readonly workers: number;
  /** Of the lanes, in pixels of the page. */
  readonly width: number;
  readonly height: number;
  readonly density: number;
  readonly frames: number;
}

export interface SceneTimes {
  /** Milliseconds of each frame while it is zoomed in, until the pixels are there. */
  readonly frames: readonly number[];
  /** Of as many rectangles of one color, and nothing else. */
  readonly floors: readonly number[];
  /** In the frame with the most of them. */
  readonly rectangles: number;
  /** Frames that the browser shows while every one is painted anew; and with as many bare rectangles. */
  readonly framesPerSecond: number;
  readonly bareFramesPerSecond: number;
}

const ZOOM = 0.94;

/** The colors of Grafana's dark theme: a color that is none would not be set at all. */
const PALETTE = makePalette({
  isDark: true,
  colors: {
    background: { primary: '#181b1f', secondary: '#22252b', canvas: '#111217' },
    border: { weak: 'rgba(204, 204, 220, 0.12)', medium: 'rgba(204, 204, 220, 0.2)', strong: '#55565f' },
    text: { primary: '#ccccdc', secondary: '#8e8e98', maxContrast: '#ffffff' },
    primary: { main: '#3d71d9', border: '#6e9fff' },
  },
  typography: { fontFamily: 'sans-serif' },
});

/** Measures the painting of a run in a browser; the benchmark calls it. */
export async function measureScene(shape: SceneShape): Promise<SceneTimes> {
  const timeline = buildTimeline(makeRun(shape));
  const context = canvasOf(shape);
  const scenes = zoomIn(timeline, context, shape);
  const frames: number[] = [];
  const floors: number[] = [];
  const counts = scenes.map(countRects);
  for (const [at, scene] of scenes.entries()) {
    frames.push(timed(context, () => paint(context, scene)));
    floors.push(timed(context, () => paintFloor(context, counts[at] ?? 0, shape)));
  }
  return {
    frames,
    floors,
    rectangles: Math.max(...counts),
    framesPerSecond: await rateOf(scenes.length, (at) => paint(context, scenes[at] as ScenePaint)),
    bareFramesPerSecond: await rateOf(scenes.length, (at) => paintFloor(context, counts[at] ?? 0, shape)),
  };
}

/** From the whole run nearer and nearer, as a wheel does. */
function zoomIn(
  timeline: ScenePaint['timeline'],
  context: CanvasRenderingContext2D,
  { width, height, density, frames }: SceneShape,
): readonly ScenePaint[] {
  const whole = wholeRun(timeline.wallMs);
  const common = {
    timeline,
    layout: layoutRows(timeline, height),
    palette: PALETTE,
    patternOf: makePatterns(context, PALETTE.inks, density, makeCanvas),
    bright: null,
    chain: findCriticalChain(timeline),
    showIdle: true,
    format: formatElapsed,
  };
  let view: Viewport = whole;
  return Array.from({ length: frames }, () => {
    const frame: Frame = { view, width, height, scrollTop: 0, density };
    view = zoomAt(view, timeline.wallMs / 3, ZOOM, whole);
    return { ...common, frame, ticks: makeTicks(frame.view, width) };
  });
}

function paint(context: CanvasRenderingContext2D, scene: ScenePaint): void {
  const { density } = scene.frame;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  paintScene(context, scene);
}

function paintFloor(context: CanvasRenderingContext2D, count: number, { width, height, density }: SceneShape): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  context.fillStyle = PALETTE.fills.passed;
  for (let at = 0; at < count; at++) context.fillRect((at * 7) % width, (at * 13) % height, 6, 12);
}

function countRects({ timeline, layout, frame, bright }: ScenePaint): number {
  return planRects(timeline, layout, frame, bright).rects.reduce((sum, numbers) => sum + numbers.length / 4, 0);
}

function timed(context: CanvasRenderingContext2D, work: () => void): number {
  const started = performance.now();
  work();
  // A canvas only notes what it is told; to read from it makes it paint.
  context.getImageData(0, 0, 1, 1);
  return performance.now() - started;
}

/** Frames a second of the browser itself, with something to do in each. */
async function rateOf(count: number, work: (at: number) => void): Promise<number> {
  const started = await nextFrame();
  let ended = started;
  for (let at = 0; at < count; at++) {
    work(at);
    ended = await nextFrame();
  }
  return (count * 1000) / (ended - started);
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** On the page, as what is not shown costs the browser less. */
function canvasOf({ width, height, density }: SceneShape): CanvasRenderingContext2D {
  const canvas = makeCanvas(width * density, height * density);
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  document.body.replaceChildren(canvas);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('expected a canvas to paint on, found none');
  return context;
}

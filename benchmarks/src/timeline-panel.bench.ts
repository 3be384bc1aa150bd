import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { benchDirectory, numberFromEnvironment } from './bench-directory';
import { formatMeasures, median, type Measure } from './measure';
import { paintInBrowser, type SceneTimes } from './timeline-panel/paint-in-browser';
import { type Frame, loadPanel, type Panel, type Timeline } from './timeline-panel/load-panel';

/** As many as a run may have on the timeline, on as many workers as a large machine runs. */
const SHAPE = { attempts: 20_000, workers: 16 };
const FRAMES = 60;
const PASSES = numberFromEnvironment('BENCH_REPETITIONS', 15);
const SCREEN = { width: 1600, height: 560, scrollTop: 0, density: 2 };
/** A frame of 60 a second, of which painting what was planned needs its part. */
const FRAME_MS = 1000 / 60;
/** What is painted in a browser: on a plain and on a sharp screen. */
const PAINTED = [1, 2].map((density) => ({ ...SHAPE, width: 1600, height: 560, density, frames: 120 }));

async function main(): Promise<void> {
  const directory = join(benchDirectory(), 'timeline-panel');
  await mkdir(directory, { recursive: true });
  const panel = await loadPanel(resolve(__dirname, '../..'), directory);
  const attempts = panel.makeRun(SHAPE);
  const timeline = panel.buildTimeline(attempts);
  const frames = zoomIn(panel, timeline);
  const layout = panel.layoutRows(timeline, SCREEN.height);
  const plan = compare(
    frames.map((frame) => () => panel.planRects(timeline, layout, frame, null)),
    frames.map((frame) => () => walk(timeline, frame)),
  );
  const moments = timeline.lanes.flatMap(({ rows }) => rows.flatMap(({ starts }) => Array.from(starts)));
  const byStart = (): unknown => moments.map((start) => ({ start })).sort((a, b) => a.start - b.start);
  const build = compare([() => panel.buildTimeline(attempts)], [byStart]);
  const painted = await paintInBrowser(resolve(__dirname, '../..'), PAINTED);
  console.log(`\n${formatMeasures([...measures(plan, build), ...painted.flatMap(paintMeasures)])}`);
}

interface Medians {
  readonly oursMs: number;
  readonly floorMs: number;
}

/** The two take turns, so that whatever else the machine does meets both. */
function compare(ours: readonly (() => unknown)[], floor: readonly (() => unknown)[]): Medians {
  const [oursMs, floorMs]: [number[], number[]] = [[], []];
  for (let pass = 0; pass < PASSES; pass++) {
    ours.forEach((work, at) => {
      oursMs.push(timed(work));
      floorMs.push(timed(floor[at] as () => unknown));
    });
  }
  return { oursMs: median(oursMs), floorMs: median(floorMs) };
}

function measures(plan: Medians, build: Medians): readonly Measure[] {
  const share = plan.oursMs / FRAME_MS;
  return [
    ratio('Plan a frame of 20,000 boxes', plan, { most: 12, floor: 'a walk over them' }),
    {
      what: 'Its share of a frame at 60 a second',
      target: '<= 50 %',
      result: `${(share * 100).toFixed(0)} %`,
      raw: `${plan.oursMs.toFixed(2)} of ${FRAME_MS.toFixed(1)} ms`,
      reached: share <= 0.5,
    },
    ratio('Lay out 20,000 attempts, once a run', build, { most: 12, floor: 'sorting them' }),
  ];
}

function paintMeasures(times: SceneTimes, index: number): readonly Measure[] {
  const { frames, floors, rectangles, framesPerSecond, bareFramesPerSecond } = times;
  const what = `Paint a frame in Chromium, ${PAINTED[index]?.density} pixels a point`;
  // Those with most boxes in view: later ones are nearer.
  const crowded = Math.floor(frames.length / 4);
  const [frame, floor] = [undisturbed(frames.slice(0, crowded)), undisturbed(floors.slice(0, crowded))];
  return [
    {
      what: `${what}: most of the run in view`,
      target: '<= 80 % of a frame at 60 a second',
      result: `${((frame / FRAME_MS) * 100).toFixed(0)} %`,
      raw: `${frame.toFixed(2)} of ${FRAME_MS.toFixed(1)} ms (zooming, median ${median(frames).toFixed(2)}), ${floor.toFixed(2)} ms for bare rectangles, up to ${rectangles}; by the processor alone`,
      reached: frame <= 0.8 * FRAME_MS,
    },
    {
      what: `${what}: frames a second while zooming`,
      target: '>= 80 % of bare rectangles',
      result: `${framesPerSecond.toFixed(0)} a second`,
      raw: `${bareFramesPerSecond.toFixed(0)} a second with as many bare rectangles`,
      reached: framesPerSecond >= 0.8 * bareFramesPerSecond,
    },
  ];
}

/** The quickest tenth: whatever else the machine does adds time, and never takes some away. */
function undisturbed(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 10)] ?? NaN;
}

function ratio(what: string, { oursMs, floorMs }: Medians, limit: { most: number; floor: string }): Measure {
  const times = oursMs / floorMs;
  return {
    what,
    target: `<= ${limit.most} x ${limit.floor}`,
    result: `${times.toFixed(1)} x`,
    raw: `${oursMs.toFixed(2)} ms, ${floorMs.toFixed(2)} ms for ${limit.floor}`,
    reached: times <= limit.most,
  };
}

/** From the whole run nearer and nearer, as a wheel does. */
function zoomIn(panel: Panel, { wallMs }: Timeline): readonly Frame[] {
  const whole = panel.wholeRun(wallMs);
  let view = whole;
  return Array.from({ length: FRAMES }, () => {
    const frame = { ...SCREEN, view };
    view = panel.zoomAt(view, wallMs / 3, 0.9, whole);
    return frame;
  });
}

/** The floor: to know where each box stands takes at least this. */
function walk({ lanes }: Timeline, { view, width }: Frame): number {
  const scale = width / (view.to - view.from);
  let sum = 0;
  for (const { rows } of lanes) {
    for (const { starts, stops } of rows) {
      for (let at = 0; at < starts.length; at++) {
        sum += ((starts[at] as number) - view.from) * scale + ((stops[at] as number) - view.from) * scale;
      }
    }
  }
  return sum;
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

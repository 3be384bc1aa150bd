import { resolve } from 'node:path';
import { numberFromEnvironment } from './bench-directory';
import { type GridShape, type GridTimes, measureInBrowser } from './history-panel/measure-in-browser';
import { formatMeasures, median, type Measure } from './measure';

const PANEL = { width: 1840, height: 900, ratio: 1, frames: numberFromEnvironment('BENCH_REPETITIONS', 120) };
/** What people look at, what they may ask for at most, and a sharp screen. */
const SHAPES: readonly (GridShape & { readonly what: string })[] = [
  { ...PANEL, what: '1,000 x 200', tests: 1000, runs: 200 },
  { ...PANEL, what: '1,000 x 200, 2 pixels a point', tests: 1000, runs: 200, ratio: 2 },
  { ...PANEL, what: '10,000 x 50', tests: 10_000, runs: 50 },
];
const FRAME_MS = 1000 / 60;
const FIRST_PICTURE_MS = 500;

async function main(): Promise<void> {
  const times = await measureInBrowser(resolve(__dirname, '../..'), SHAPES);
  const measures = SHAPES.flatMap(({ what }, index) => {
    const found = times[index];
    return found === undefined ? [] : measuresOf(what, found);
  });
  console.log(`\n${formatMeasures(measures)}`);
}

function measuresOf(what: string, { firsts, frames, floors, cells }: GridTimes): readonly Measure[] {
  const [frame, floor] = [undisturbed(frames), undisturbed(floors)];
  const [model, picture] = [
    undisturbed(firsts.map((each) => each.model)),
    undisturbed(firsts.map((each) => each.picture)),
  ];
  const first = model + picture;
  return [
    {
      what: `${what}: first picture`,
      target: '<= 500 ms',
      result: `${first.toFixed(0)} ms`,
      raw: `${model.toFixed(0)} ms from the frame to the grid, ${picture.toFixed(0)} ms to paint it`,
      reached: first <= FIRST_PICTURE_MS,
    },
    {
      what: `${what}: a frame while scrolling`,
      target: '<= 5 x bare cells',
      result: `${(median(frames) / median(floors)).toFixed(1)} x`,
      raw: `${median(frames).toFixed(2)} ms, ${median(floors).toFixed(2)} ms for ${cells} rectangles without anything else`,
      reached: median(frames) <= 5 * median(floors),
    },
    {
      what: `${what}: share of a frame at 60 a second`,
      target: '<= 80 %',
      result: `${((frame / FRAME_MS) * 100).toFixed(0)} %`,
      raw: `${frame.toFixed(2)} of ${FRAME_MS.toFixed(1)} ms (bare cells ${floor.toFixed(2)}), painted by the processor alone`,
      reached: frame <= 0.8 * FRAME_MS,
    },
  ];
}

/** The quickest tenth: whatever else the machine does adds time, and never takes some away. */
function undisturbed(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 10)] ?? NaN;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { frameOf } from '../testing/frames';
import { drawnGrid, gridOf } from '../testing/grids';
import { recordingContext, type Recording } from '../testing/recording-context';
import { PALETTE, sceneOf } from '../testing/scenes';
import { type CellSheet } from './cell-sheet';
import { paintGrid } from './paint-grid';
import { paintOverlay } from './paint-overlay';
import { type Scene } from './scene';

function paint(scene: Scene, scroll = { x: 0, y: 0 }): Recording {
  const recording = recordingContext();
  paintGrid(recording.context, scene, scroll);
  return recording;
}

/** The rectangles of one color. */
function rects(recording: Recording, color: string): unknown[] {
  return recording
    .of('fillRect')
    .filter(({ fillStyle }) => fillStyle === color)
    .map(({ args }) => args);
}

/** Writes down which cells were painted one by one, as `outcome@x,y`. */
function recordingSheet(): { sheet: CellSheet; cells: string[]; shapes: string[] } {
  const cells: string[] = [];
  const shapes: string[] = [];
  return {
    cells,
    shapes,
    sheet: {
      cell: (_, outcome, x, y) => cells.push(`${outcome}@${x},${y}`),
      shape: (_, outcome, x, y) => shapes.push(`${outcome}@${x},${y}`),
    },
  };
}

describe('paintGrid() of cells', () => {
  it('should paint passes side by side as one rectangle, and clear the gaps', () => {
    const recording = paint(sceneOf(drawnGrid({ a: '.... ..', b: '.......' })));
    expect(rects(recording, PALETTE.fills.passed)).toEqual([
      [200, 42, 39, 19],
      [250, 42, 19, 19],
      [200, 62, 69, 19],
    ]);
    expect(
      recording
        .of('clearRect')
        .slice(1)
        .map(({ args }) => args[0]),
    ).toEqual([209, 219, 229, 239, 249, 259, 269]);
  });

  it('should mark where a test has no result, before, between and after the others', () => {
    const grid = drawnGrid({ a: ' .  F ', b: '......' });
    const tracks = (scene: Scene): unknown[] => rects(paint(scene), PALETTE.track);
    expect(tracks(sceneOf(grid))).toEqual([
      [200, 42, 9, 19],
      [220, 42, 19, 19],
      [250, 42, 9, 19],
    ]);
    expect(tracks(sceneOf(grid, {}, { isNewestLeft: true }))).toEqual([
      [250, 42, 9, 19],
      [220, 42, 19, 19],
      [200, 42, 9, 19],
    ]);
  });

  it('should paint every other outcome as a cell of its own', () => {
    const { sheet, cells } = recordingSheet();
    const recording = paint(sceneOf(drawnGrid({ a: '.F.B', b: 'sxu-' }), {}, { sheet }));
    expect(cells).toEqual([
      ...['failed@210,42', 'flaky@230,42'],
      ...['skipped@200,62', 'xfail@210,62', 'uxsuccess@220,62', 'unfinished@230,62'],
    ]);
    expect(rects(recording, PALETTE.fills.passed)).toEqual([
      [200, 42, 9, 19],
      [220, 42, 9, 19],
    ]);
  });

  it('should turn the columns round where the newest is on the left', () => {
    const { sheet, cells } = recordingSheet();
    const recording = paint(sceneOf(drawnGrid({ a: '..F' }), {}, { sheet, isNewestLeft: true }));
    expect(cells).toEqual(['failed@200,42']);
    expect(rects(recording, PALETTE.fills.passed)).toEqual([[210, 42, 19, 19]]);
  });

  it('should paint only what is seen, wherever that is', () => {
    const { sheet, cells } = recordingSheet();
    const rows = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`t${n}`, n === 1500 ? 'FF' : '..']));
    const recording = paint(sceneOf(drawnGrid(rows), {}, { sheet }), { x: 0, y: 1500 * 20 });
    expect(cells).toEqual(['failed@200,42', 'failed@210,42']);
    expect(recording.painted.length).toBeLessThan(150);
  });

  it('should paint as much for ten thousand columns as for what fits', () => {
    const { sheet, cells } = recordingSheet();
    paint(sceneOf(drawnGrid({ a: 'F'.repeat(3000) }), {}, { sheet }), { x: 15_005, y: 0 });
    expect(cells).toHaveLength(21);
    expect(cells[0]).toBe('failed@195,42');
  });

  it('should paint whole pixels of the screen', () => {
    const scene = sceneOf(drawnGrid({ a: '.F.B', b: '.s.-' }), { ratio: 1.5, rowHeight: 17, cellWidth: 11 });
    const { args } = paint(scene, { x: 0, y: 3.3 }).of('fillRect')[0] ?? { args: [] };
    expect(args.every(Number.isInteger)).toBe(true);
  });

  it('should fill a bucket by its shares, with a shape where something failed', () => {
    const { sheet, cells, shapes } = recordingSheet();
    const grid = gridOf(
      frameOf({
        test: ['a', 'a', 'a', 'a'],
        time: [1, 2, 3, 4],
        passed: [1, 0, 1, 9],
        failed: [1, 3, 0, 0],
        flaky: [0, 0, 1, 0],
      }),
    );
    const recording = paint(sceneOf(grid, {}, { sheet }));
    expect(rects(recording, PALETTE.fills.failed)).toContainEqual([200, 51, 9, 10]);
    expect(rects(recording, PALETTE.fills.flaky)).toEqual([[220, 42, 9, 19]]);
    expect(shapes).toEqual(['failed@200,42']);
    expect(cells).toEqual(['failed@210,42']);
  });
});

describe('paintGrid() of names and headings', () => {
  const grid = drawnGrid({ 'p.a.test_1': 'F.', 'p.a.test_2': '..', 'p.b.test_3': '..', 'p.b.test_4': '..' });

  it('should write the common beginning once, and paths only where they change', () => {
    expect(paint(sceneOf(grid)).texts()).toEqual([
      ...['a.', 'test_1', '1/2', 'test_2', '0/2', 'b.', 'test_3', '0/2', 'test_4', '0/2'],
      ...['11-01', 'p.…', 'corner', 'failed / ran'],
    ]);
  });

  it('should write the whole path of the first row that is seen', () => {
    expect(paint(sceneOf(grid), { x: 0, y: 25 }).texts().slice(0, 2)).toEqual(['a.', 'test_2']);
  });

  it('should repeat every path where that is wanted', () => {
    const texts = paint(sceneOf(grid, {}, { mergePrefixes: false, common: '' })).texts();
    expect(texts.filter((text) => text === 'p.a.')).toHaveLength(2);
  });

  it('should keep names of 4,000 characters and odd ones within their column', () => {
    const long = drawnGrid({ [`${'x'.repeat(2000)}.${'y'.repeat(2000)}`]: '.', '\u202e\n': '.' });
    const texts = paint(sceneOf(long)).texts();
    expect(Math.max(...texts.map((text) => text.length)) * 6).toBeLessThan(200);
    expect(texts).toContain('\ufffd␊');
  });

  it('should draw a bar for each column with failures, the highest for the worst', () => {
    const bars = drawnGrid({ a: 'F.F', b: '..F' });
    const { sheet } = recordingSheet();
    const heights = rects(paint(sceneOf(bars, {}, { sheet })), PALETTE.fills.failed).map(
      (args) => (args as number[])[3],
    );
    expect(heights).toEqual([14, 18]);
  });
});

describe('paintOverlay()', () => {
  it('should frame the cell under the mouse and the one that keys act on', () => {
    const { context, of } = recordingContext();
    const { layout } = sceneOf(drawnGrid({ a: '...', b: '...' }));
    const hover = { kind: 'cell', row: 1, column: 2 } as const;
    paintOverlay(context, { layout, scroll: { x: 0, y: 0 }, palette: PALETTE, hover, focus: { row: 0, column: 0 } });
    expect(of('strokeRect').map(({ strokeStyle }) => strokeStyle)).toEqual(['#strong', '#background', '#focus']);
    expect(of('fillRect').map(({ args }) => args)).toEqual([
      [0, 62, 400, 20],
      [220, 0, 10, 142],
    ]);
  });

  it('should paint nothing where nothing is pointed at', () => {
    const { context, of } = recordingContext();
    const { layout } = sceneOf(drawnGrid({ a: '.' }));
    paintOverlay(context, { layout, scroll: { x: 0, y: 0 }, palette: PALETTE, hover: null, focus: null });
    expect([of('strokeRect'), of('fillRect'), of('clearRect').length]).toEqual([[], [], 1]);
  });
});

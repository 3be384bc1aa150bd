import { type AttemptRow, makeAttempts } from '../testing/make-attempt';
import { TEST_PALETTE } from '../testing/palette';
import { makeRecordingContext } from '../testing/recording-context';
import { findCriticalChain } from '../model/critical-chain';
import { layoutRows } from '../model/row-layout';
import { formatElapsed, makeTicks } from '../model/ticks';
import { buildTimeline } from '../model/timeline';
import { type OverlayPaint, paintOverlay } from './paint-overlay';
import { labelsWidth, paintLabels, percentText } from './paint-lanes';
import { paintScene, type ScenePaint } from './paint-scene';
import { type Frame } from './rect-plan';

const FRAME: Frame = { view: { from: 0, to: 1000 }, width: 1000, height: 200, scrollTop: 0, density: 1 };

const sceneOf = (rows: readonly AttemptRow[], changes: Partial<ScenePaint> = {}): ScenePaint => {
  const timeline = buildTimeline(makeAttempts(...rows));
  return {
    timeline,
    layout: layoutRows(timeline, 200),
    frame: FRAME,
    palette: TEST_PALETTE,
    patternOf: () => null,
    bright: null,
    chain: null,
    showIdle: true,
    ticks: makeTicks(FRAME.view, FRAME.width),
    format: formatElapsed,
    ...changes,
  };
};
const paint = (rows: readonly AttemptRow[], changes: Partial<ScenePaint> = {}) => {
  const recording = makeRecordingContext();
  paintScene(recording.context, sceneOf(rows, changes));
  return recording;
};
const texts = (recording: ReturnType<typeof paint>) => recording.of('fillText').map(({ args }) => String(args[0]));

describe('paintScene()', () => {
  it('should paint each kind in its color, the worst last', () => {
    const { of } = paint([
      ['a', 0, 400],
      ['a', 500, 900, 'fail'],
      ['b', 0, 1000, 'skip'],
    ]);
    const colors = of('fillRect').map(({ fillStyle }) => fillStyle);
    const { passed, failed, skipped } = TEST_PALETTE.fills;
    expect([passed, skipped, failed].map((color) => colors.indexOf(color))).toEqual(
      [passed, skipped, failed].map((color) => colors.indexOf(color)).sort((a, b) => a - b),
    );
    expect(colors).toContain(failed);
  });

  it('should lay a pattern over what is wide enough to show it', () => {
    const pattern = {} as CanvasPattern;
    const { of } = paint(
      [
        ['a', 0, 400, 'fail'],
        ['a', 500, 503, 'fail'],
        ['a', 999, 1000],
      ],
      {
        patternOf: (kind) => (kind === 'failed' ? pattern : null),
      },
    );
    expect(
      of('fillRect')
        .filter(({ fillStyle }) => fillStyle === pattern)
        .map(({ args }) => args[0]),
    ).toEqual([0]);
  });

  it('should fade what does not match, and only that', () => {
    const { of } = paint(
      [
        ['a', 0, 400],
        ['a', 500, 900],
      ],
      { bright: Uint8Array.of(0, 1) },
    );
    const boxes = of('fillRect').filter(({ fillStyle }) => fillStyle === TEST_PALETTE.fills.passed);
    expect(boxes.map(({ args, globalAlpha }) => [args[0], globalAlpha])).toEqual([
      [0, 0.15],
      [500, 1],
    ]);
  });

  it('should write names, signs of what did not pass, and how long it took', () => {
    expect(
      texts(
        paint([
          ['a', 0, 400],
          ['a', 500, 520, 'fail'],
          ['a', 600, 1000, 'skip'],
        ]),
      ),
    ).toEqual(expect.arrayContaining(['Class.test_0', '400 ms', 'F', 'S Class.test_2']));
  });

  it('should write nothing on a box that fades', () => {
    expect(
      texts(
        paint(
          [
            ['a', 0, 400],
            ['a', 500, 900],
          ],
          { bright: Uint8Array.of(0, 1) },
        ),
      ),
    ).not.toContain('Class.test_0');
  });

  it('should say how long a worker was idle, unless that is switched off', () => {
    const rows: AttemptRow[] = [
      ['a', 0, 100],
      ['a', 900, 1000],
    ];
    expect(texts(paint(rows))).toContain('idle 800 ms');
    expect(texts(paint(rows, { showIdle: false }))).not.toContain('idle 800 ms');
  });

  it('should mark failures with triangles', () => {
    expect(
      paint([
        ['a', 0, 1000],
        ['b', 500, 500, 'fail'],
      ]).of('closePath'),
    ).toHaveLength(1);
    expect(
      paint([
        ['a', 0, 1000],
        ['b', 500, 500],
      ]).of('closePath'),
    ).toHaveLength(0);
  });

  it('should draw the chain: a rail below its links, a line over its pauses, an upright line to another worker', () => {
    const rows: AttemptRow[] = [
      ['a', 0, 100],
      ['a', 200, 300],
      ['b', 300, 1000],
    ];
    const scene = sceneOf(rows);
    const { of } = paint(rows, { chain: findCriticalChain(scene.timeline) });
    const strong = of('fillRect').filter(({ fillStyle }) => fillStyle === 'strong');
    expect(strong.map(({ args: [x, , width, height] }) => [x, width, height])).toEqual([
      [0, 100, 3],
      [100, 100, 1],
      [200, 100, 3],
      [299.5, 1.5, expect.any(Number)],
      [300, 700, 3],
    ]);
  });

  it('should take a chain of 20,000 links of no width as no more rectangles than half pixels', () => {
    const rows = Array.from({ length: 20_000 }, (_, i): AttemptRow => ['a', i / 20, (i + 1) / 20]);
    const scene = sceneOf(rows);
    const { of } = paint(rows, { chain: findCriticalChain(scene.timeline) });
    expect(of('fillRect').filter(({ fillStyle }) => fillStyle === 'strong').length).toBeLessThanOrEqual(
      2 * FRAME.width,
    );
  });

  it('should write the times of the axis', () => {
    expect(texts(paint([['a', 0, 1000]]))).toEqual(expect.arrayContaining(['+0.0 s', '+0.4 s', '+0.8 s']));
  });
});

describe('paintLabels()', () => {
  const timeline = buildTimeline(makeAttempts(['worker-3', 0, 500], ['x'.repeat(4000), 0, 1000]));
  const label = (height: number, showIdle = true) => {
    const recording = makeRecordingContext();
    const layout = layoutRows(timeline, height);
    const given = { timeline, layout, height, scrollTop: 0, width: 120, palette: TEST_PALETTE, showIdle };
    paintLabels(recording.context, { ...given, selectedLane: 0 });
    return texts(recording);
  };

  it('should name the workers with their idle time, below where there is room', () => {
    expect(label(200)).toEqual(['Worker 3', 'idle 500 ms · 50 %', expect.stringMatching(/^x+…$/), 'idle 0 s · 0 %']);
    expect(label(40)).toEqual(['Worker 3', '50 %', expect.stringMatching(/^x+…$/), '0 %']);
    expect(label(40, false)).toEqual(['Worker 3', expect.stringMatching(/^x+…$/)]);
  });

  it('should not grow with a name of 4,000 letters', () => expect(labelsWidth(timeline, true)).toBe(150));
});

describe('percentText()', () => {
  it('should never call something nothing', () => {
    expect([percentText(0, 0), percentText(0, 9), percentText(1, 1000), percentText(1, 3), percentText(9, 9)]).toEqual([
      '0 %',
      '0 %',
      '<1 %',
      '33 %',
      '100 %',
    ]);
  });
});

describe('paintOverlay()', () => {
  const overlay = (changes: Partial<OverlayPaint>) => {
    const { timeline, layout } = sceneOf([
      ['a', 0, 400],
      ['a', 500, 500],
      ['b', 0, 1000],
    ]);
    const recording = makeRecordingContext();
    const given = { timeline, layout, frame: FRAME, palette: TEST_PALETTE, selected: -1, siblings: [], hovered: -1 };
    paintOverlay(recording.context, { ...given, cursor: null, band: null, isFocused: false, ...changes });
    return recording;
  };

  it('should draw nothing where nothing is chosen', () => {
    const { of } = overlay({});
    expect([...of('strokeRect'), ...of('fillRect'), ...of('fill')]).toEqual([]);
  });

  it('should ring what is selected in two colors, and point at it', () => {
    const { of } = overlay({ selected: 0 });
    expect(of('strokeRect').map(({ strokeStyle }) => strokeStyle)).toEqual(['background', 'strong']);
    expect(of('fill')).toHaveLength(1);
  });

  it('should give a moment a ring that can be seen', () => {
    const [ring] = overlay({ selected: 1 }).of('strokeRect').slice(-1);
    expect(ring?.args[2]).toBeGreaterThanOrEqual(4);
  });

  it('should ring what is hovered and the other attempts of a test, without pointing at them', () => {
    expect(overlay({ hovered: 2, siblings: [1] }).of('strokeRect')).toHaveLength(4);
    expect(overlay({ hovered: 2, siblings: [1] }).of('fill')).toHaveLength(0);
  });

  it('should draw nothing of what is out of view, or has no time', () => {
    const frame = { ...FRAME, view: { from: 600, to: 700 } };
    expect(overlay({ selected: 1, hovered: 99, frame }).of('strokeRect')).toEqual([]);
  });

  it('should keep the time at the pointer on the screen', () => {
    const [text] = overlay({ cursor: { x: 1, text: '12:00:00' } }).of('fillText');
    expect(text?.args).toEqual(['12:00:00', 29, 10]);
  });

  it('should show what is dragged over, in either direction', () => {
    const [band] = overlay({ band: [300, 100] }).of('fillRect');
    expect(band?.args.slice(0, 3)).toEqual([100, 20, 200]);
  });
});

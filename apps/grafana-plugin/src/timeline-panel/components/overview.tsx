import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { paintBoxes } from '../draw/paint-boxes';
import { paintChain } from '../draw/paint-chain';
import { planRects } from '../draw/rect-plan';
import { type BrushPart, brushPartAt, clickOverview, dragBrush, nudgeBrush } from '../model/brush';
import { layoutOverview } from '../model/overview-layout';
import { toTime, toX, type Viewport } from '../model/viewport';
import { TEXTS } from '../texts';
import { type RunScene } from './run-scene';
import { useCanvas } from './use-canvas';
import { useSize } from './use-size';

interface Props {
  readonly scene: RunScene;
  readonly height: number;
  /** As wide as the workers' names below, so that times stand above each other. */
  readonly indent: number;
}

interface Held {
  readonly part: BrushPart;
  readonly view: Viewport;
  readonly x: number;
  readonly hasMoved: boolean;
}

const FALLBACK = { width: 600, height: 40 };
const SLOP_PX = 3;

/** The whole run in little, and a brush over what is shown: its handles zoom, its body pans, a drag elsewhere chooses anew. */
export function Overview({ scene, height, indent }: Props): React.ReactElement {
  const { timeline, store, palette, bright, chain } = scene;
  const styles = useStyles2(getStyles);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<Held | null>(null);
  const { width } = useSize(frame, FALLBACK);
  const layout = useMemo(() => layoutOverview(timeline, height), [timeline, height]);
  const size = { width, height };
  useCanvas(canvas, size, (context, density) => {
    const shown = { view: store.whole, width, height, scrollTop: 0, density };
    context.fillStyle = palette.lane;
    context.fillRect(0, 0, width, height);
    paintBoxes(context, { plan: planRects(timeline, layout, shown, bright), palette, patternOf: null });
    if (chain !== null) paintChain(context, { timeline, layout, frame: shown, palette, links: chain.links });
  });
  const brush = useBrush(scene, width);

  const xOf = (event: PointerEvent): number => event.clientX - (frame.current?.getBoundingClientRect().left ?? 0);
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const view = store.get().time;
    const [left, right] = [toX(view.from, store.whole, width), toX(view.to, store.whole, width)];
    const x = xOf(event);
    held.current = { part: brushPartAt(x, left, right, { view, whole: store.whole }), view, x, hasMoved: false };
    frame.current?.setPointerCapture?.(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const hold = held.current;
    const x = xOf(event);
    if (hold === null || (!hold.hasMoved && Math.abs(x - hold.x) < SLOP_PX)) return;
    held.current = { ...hold, hasMoved: true };
    const [pressed, now] = [toTime(hold.x, store.whole, width), toTime(x, store.whole, width)];
    store.show(dragBrush({ part: hold.part, view: hold.view, pressed, now }, store.whole));
  };
  const onPointerUp = (): void => {
    const hold = held.current;
    held.current = null;
    if (hold === null || hold.hasMoved || hold.part !== 'outside') return;
    store.moveTo(clickOverview(hold.view, toTime(hold.x, store.whole, width), store.whole));
  };

  return (
    <div className={styles.row} style={{ paddingLeft: indent }}>
      <div
        ref={frame}
        className={styles.frame}
        style={{ height }}
        role="group"
        aria-label={TEXTS.overview}
        data-testid="timeline-overview"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (held.current = null)}
        onDoubleClick={() => store.moveTo(store.whole)}
      >
        <canvas ref={canvas} className={styles.canvas} style={size} aria-hidden="true" />
        <div ref={brush.before} className={styles.shade} style={{ left: 0 }} />
        <div ref={brush.after} className={styles.shade} style={{ right: 0 }} />
        <div ref={brush.body} className={styles.body} />
        {(['from', 'to'] as const).map((part) => (
          <div
            key={part}
            ref={brush[part]}
            className={styles.handle}
            role="slider"
            tabIndex={0}
            aria-label={part === 'from' ? TEXTS.shownFrom : TEXTS.shownTo}
            aria-valuemin={0}
            aria-valuemax={100}
            onKeyDown={(event) => nudge(event, part, scene)}
          />
        ))}
      </div>
    </div>
  );
}

function nudge(event: KeyboardEvent, part: 'from' | 'to', { store }: RunScene): void {
  const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
  if (direction === null) return;
  event.preventDefault();
  event.stopPropagation();
  store.show(nudgeBrush(store.get().time, part, direction, store.whole));
}

/** Moves the brush without React, at every frame of a movement. */
function useBrush({ store, times }: RunScene, width: number) {
  const before = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const from = useRef<HTMLDivElement>(null);
  const to = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { whole } = store;
    const place = (): void => {
      const { time } = store.get();
      const [left, right] = [toX(time.from, whole, width), toX(time.to, whole, width)];
      if (before.current !== null) before.current.style.width = `${Math.max(0, left)}px`;
      if (after.current !== null) after.current.style.width = `${Math.max(0, width - right)}px`;
      if (body.current !== null) {
        Object.assign(body.current.style, { left: `${left}px`, width: `${Math.max(2, right - left)}px` });
      }
      placeHandle(from.current, left, time.from);
      placeHandle(to.current, right, time.to);
    };
    const placeHandle = (handle: HTMLDivElement | null, x: number, time: number): void => {
      if (handle === null) return;
      handle.style.left = `${x}px`;
      handle.setAttribute('aria-valuenow', (((time - whole.from) / (whole.to - whole.from)) * 100).toFixed(2));
      handle.setAttribute('aria-valuetext', times.cursor(time, whole.to / 100));
    };
    place();
    return store.subscribe(place);
  }, [store, times, width]);
  return { before, after, body, from, to };
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ flexShrink: 0, paddingRight: theme.spacing(1) }),
    frame: css({
      position: 'relative',
      cursor: 'crosshair',
      touchAction: 'none',
      userSelect: 'none',
      borderRadius: theme.shape.radius.default,
    }),
    canvas: css({ position: 'absolute', inset: 0, borderRadius: theme.shape.radius.default }),
    shade: css({
      position: 'absolute',
      top: 0,
      bottom: 0,
      background: theme.colors.background.primary,
      opacity: 0.65,
      pointerEvents: 'none',
    }),
    body: css({
      position: 'absolute',
      top: 0,
      bottom: 0,
      border: `1px solid ${theme.colors.primary.border}`,
      cursor: 'grab',
      '&:active': { cursor: 'grabbing' },
    }),
    handle: css({
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: 12,
      marginLeft: -6,
      cursor: 'ew-resize',
      '&::after': {
        content: '""',
        position: 'absolute',
        left: 3.5,
        top: '50%',
        width: 5,
        height: 18,
        marginTop: -9,
        borderRadius: 3,
        background: theme.colors.primary.border,
        boxShadow: `0 0 0 1px ${theme.colors.background.primary}`,
      },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 1 },
    }),
  };
}

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { paintGrid } from '../draw/paint-grid';
import { paintOverlay } from '../draw/paint-overlay';
import { type Scene } from '../draw/scene';
import { type Hit } from '../model/hit-test';
import { type FocusedCell } from '../model/move-focus';
import { type Scroll } from '../model/visible-window';

interface PaintingInput {
  readonly scene: Scene;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly hover: Hit | null;
  readonly focus: FocusedCell | null;
}

interface Painting {
  readonly cells: RefObject<HTMLCanvasElement>;
  readonly overlay: RefObject<HTMLCanvasElement>;
  /** Paints again before the next frame, for it was scrolled. */
  readonly repaint: () => void;
}

/** Keeps the two canvases up to date: the cells where the scene or the scroll position changed, the overlay also for the mouse. */
export function usePainting({ scene, scroller, hover, focus }: PaintingInput): Painting {
  const cells = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const frame = useRef(0);
  const latest = useRef({ scene, hover, focus });
  latest.current = { scene, hover, focus };

  const paint = useCallback(
    (what: 'all' | 'overlay'): void => {
      const now = latest.current;
      const scroll = scrollOf(scroller.current);
      const context = what === 'all' ? sized(cells.current, now.scene) : null;
      if (context !== null) paintGrid(context, now.scene, scroll);
      const over = sized(overlay.current, now.scene);
      const { layout, palette } = now.scene;
      if (over !== null) paintOverlay(over, { layout, palette, scroll, hover: now.hover, focus: now.focus });
    },
    [scroller],
  );
  const repaint = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => paint('all'));
  }, [paint]);

  useLayoutEffect(() => paint('all'), [scene, paint]);
  useLayoutEffect(() => paint('overlay'), [hover, focus, paint]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return { cells, overlay, repaint };
}

export function scrollOf(scroller: HTMLElement | null): Scroll {
  return { x: scroller?.scrollLeft ?? 0, y: scroller?.scrollTop ?? 0 };
}

/** A canvas has the pixels of the screen, not of the page. Setting a size that it has would clear it. */
function sized(canvas: HTMLCanvasElement | null, { layout }: Scene): CanvasRenderingContext2D | null {
  if (canvas === null) return null;
  const [width, height] = [Math.round(layout.width * layout.ratio), Math.round(layout.height * layout.ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas.getContext('2d');
}

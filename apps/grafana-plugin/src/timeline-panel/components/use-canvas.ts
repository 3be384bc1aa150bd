import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

type Paint = (context: CanvasRenderingContext2D, density: number) => void;

/** A canvas that is as sharp as the screen, painted at most once a frame: after every rendering, and after a call of what this returns. */
export function useCanvas(canvas: RefObject<HTMLCanvasElement>, size: CanvasSize, paint: Paint): () => void {
  const latest = useRef({ size, paint });
  const pending = useRef<number | null>(null);
  const schedule = useCallback(() => {
    pending.current ??= window.requestAnimationFrame(() => {
      pending.current = null;
      const { size: now, paint: paintNow } = latest.current;
      paintCanvas(canvas.current, now, paintNow);
    });
  }, [canvas]);
  useLayoutEffect(() => {
    latest.current = { size, paint };
    schedule();
  });
  useEffect(() => {
    // Canvases are not painted anew by themselves when a font arrives.
    void (document as { fonts?: FontFaceSet }).fonts?.ready.then(schedule);
  }, [schedule]);
  useEffect(
    () => () => {
      if (pending.current !== null) window.cancelAnimationFrame(pending.current);
      pending.current = null;
    },
    [],
  );
  return schedule;
}

function paintCanvas(element: HTMLCanvasElement | null, { width, height }: CanvasSize, paint: Paint): void {
  const context = element?.getContext('2d') ?? null;
  if (element === null || context === null || width <= 0 || height <= 0) return;
  const density = window.devicePixelRatio || 1;
  fitToScreen(element, { width, height }, density);
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  paint(context, density);
}

/** Setting a canvas's size empties it and costs a reallocation, also where it stays the same. */
function fitToScreen(element: HTMLCanvasElement, { width, height }: CanvasSize, density: number): void {
  const [pixelWidth, pixelHeight] = [Math.round(width * density), Math.round(height * density)];
  if (element.width !== pixelWidth) element.width = pixelWidth;
  if (element.height !== pixelHeight) element.height = pixelHeight;
}

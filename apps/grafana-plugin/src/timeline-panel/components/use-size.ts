import { type RefObject, useLayoutEffect, useState } from 'react';
import { type CanvasSize } from './use-canvas';

/** The size of an element as it changes; `otherwise` where it has none, as in a test without a layout. */
export function useSize(element: RefObject<HTMLElement>, otherwise: CanvasSize): CanvasSize {
  const [size, setSize] = useState<CanvasSize | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = target;
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size !== null && size.width > 0 && size.height > 0 ? size : otherwise;
}

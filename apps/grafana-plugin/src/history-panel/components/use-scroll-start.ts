import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type Scene } from '../draw/scene';
import { maxScroll } from '../model/visible-window';

/** The newest is seen at first; who scrolled to it stays there when a newer one comes. Another order begins at its top. */
export function useScrollStart(scroller: RefObject<HTMLElement>, { layout, order, isNewestLeft }: Scene): void {
  const lastEnd = useRef(0);
  const end = isNewestLeft ? 0 : maxScroll(layout).x;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || isNewestLeft) return;
    if (element.scrollLeft >= lastEnd.current - 2) element.scrollLeft = end;
    lastEnd.current = end;
  }, [scroller, end, isNewestLeft]);
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [scroller, order]);
}

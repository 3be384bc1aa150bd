import { useCallback, useEffect, useRef, useState } from 'react';
import { type Layout } from '../model/layout';
import { type Scroll, visibleWindow, type VisibleWindow } from '../model/visible-window';

const QUIET_MS = 250;

/** What is seen, once the scrolling has come to rest: what is made for it would slow the scrolling down. */
export function useSettledWindow(layout: Layout, readScroll: () => Scroll): [VisibleWindow, () => void] {
  const [settled, setSettled] = useState(() => visibleWindow(layout, readScroll()));
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const update = useCallback(() => setSettled(visibleWindow(layout, readScroll())), [layout, readScroll]);
  const onScroll = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(update, QUIET_MS);
  }, [update]);
  useEffect(update, [update]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [settled, onScroll];
}

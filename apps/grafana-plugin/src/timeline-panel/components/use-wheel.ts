import { type RefObject, useEffect, useRef } from 'react';
import { isWhole, panBy, toTime, zoomAt } from '../model/viewport';
import { decideWheel, wheelPixels, zoomFactor } from '../model/wheel';
import { type ViewStore } from './view-store';

interface Place {
  readonly store: ViewStore;
  /** Of the workers' names. */
  readonly indent: number;
  /** Of the time. */
  readonly width: number;
  readonly maxScroll: number;
}

/** The wheel over the lanes. React listens to wheels passively, and what is used here must not scroll the page too. */
export function useWheel(element: RefObject<HTMLElement>, place: Place): void {
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    let passedAt = -Infinity;
    const onWheel = (event: WheelEvent): void => {
      const { store, indent, width, maxScroll } = latest.current;
      const { time, scrollTop } = store.get();
      const x = event.clientX - target.getBoundingClientRect().left - indent;
      const action = decideWheel({
        deltaX: event.deltaX,
        deltaY: event.deltaY,
        shiftKey: event.shiftKey,
        altKey: event.altKey,
        isOverLabels: x < 0 && maxScroll > 0,
        isWhole: isWhole(time, store.whole),
        sincePassedMs: event.timeStamp - passedAt,
      });
      if (action === 'pass') {
        passedAt = event.timeStamp;
        return;
      }
      event.preventDefault();
      const [down, right] = [wheelPixels(event.deltaY, event.deltaMode), wheelPixels(event.deltaX, event.deltaMode)];
      if (action === 'scroll') store.scrollTo(Math.max(0, Math.min(maxScroll, scrollTop + down)));
      else if (action === 'zoom') store.show(zoomAt(time, toTime(x, time, width), zoomFactor(down), store.whole));
      else store.show(panBy(time, ((right || down) / width) * (time.to - time.from), store.whole));
    };
    const onPageWheel = (event: WheelEvent): void => {
      if (!(event.target instanceof Node && target.contains(event.target))) passedAt = event.timeStamp;
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    window.addEventListener('wheel', onPageWheel, { passive: true, capture: true });
    return () => {
      target.removeEventListener('wheel', onWheel);
      window.removeEventListener('wheel', onPageWheel, { capture: true });
    };
  }, [element]);
}

import { useEffect, useMemo, useState } from 'react';
import { wholeRun } from '../model/viewport';
import { prefersStillness, screenClock, type View, ViewStore } from './view-store';

/** The view of a run; it begins with all of it. */
export function useViewStore(wallMs: number): ViewStore {
  const store = useMemo(() => new ViewStore(wholeRun(wallMs), screenClock(), prefersStillness), [wallMs]);
  useEffect(() => () => store.dispose(), [store]);
  return store;
}

/** The view once it has stood still for a moment, for what may lag behind: words and counts. */
export function useSettledView(store: ViewStore, delayMs: number): View {
  const [view, setView] = useState(store.get());
  useEffect(() => {
    let timer: number | undefined;
    const later = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setView(store.get()), delayMs);
    };
    const unsubscribe = store.subscribe(later);
    setView(store.get());
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [store, delayMs]);
  return view;
}

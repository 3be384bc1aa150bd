import { useDeferredValue, useMemo, useState } from 'react';
import { type Kind } from '../model/kind';
import { findMatches, listHits } from '../model/search';
import { type Timeline } from '../model/timeline';

/** As many as a list can show, and as StackViz did. */
const HITS = 26;

/** What is looked for, and what was found. Letters appear at once; the boxes fade when there is time. */
export function useSearch(timeline: Timeline) {
  const [text, setText] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(new Set());
  const settled = useDeferredValue(text);
  const matches = useMemo(() => findMatches(timeline, { text: settled, hidden }), [timeline, settled, hidden]);
  const hits = useMemo(() => listHits(timeline, matches, HITS), [timeline, matches]);
  const toggle = (kind: Kind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return { text, setText, hidden, toggle, matches, hits };
}

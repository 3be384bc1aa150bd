import { type Move } from '../model/navigate';

/** What a key does while the lanes have the focus. */
export type LaneCommand =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'all' | 'zoomToTest' | 'chain' | 'search' | 'details' | 'clear' };

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageDown: 'nextFailure',
  PageUp: 'previousFailure',
};

const OTHERS: Readonly<Record<string, LaneCommand>> = {
  '+': { kind: 'zoom', factor: 0.5 },
  '=': { kind: 'zoom', factor: 0.5 },
  '-': { kind: 'zoom', factor: 2 },
  '0': { kind: 'all' },
  f: { kind: 'zoomToTest' },
  c: { kind: 'chain' },
  '/': { kind: 'search' },
  Enter: { kind: 'details' },
  Escape: { kind: 'clear' },
};

export interface KeyFacts {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** null for keys that are the browser's or Grafana's. */
export function laneCommand({ key, ctrlKey, metaKey, altKey }: KeyFacts): LaneCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (Object.hasOwn(MOVES, key)) return { kind: 'move', move: MOVES[key] as Move };
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(OTHERS, name) ? (OTHERS[name] as LaneCommand) : null;
}

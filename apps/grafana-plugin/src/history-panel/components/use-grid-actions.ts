import type React from 'react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { type Scene } from '../draw/scene';
import { type Details, spokenText } from '../model/details';
import { type HitLinks } from '../model/hit-links';
import { hitTest, type Hit } from '../model/hit-test';
import { type Link } from '../model/links';
import { type FocusedCell, type GridSize, moveFocus } from '../model/move-focus';
import { scrollToCell } from '../model/visible-window';
import { type Click } from '../options';
import { type GridState } from './use-grid-state';
import { scrollOf } from './use-painting';

export interface GridActionsInput {
  readonly scene: Scene;
  readonly scroller: RefObject<HTMLDivElement>;
  readonly state: GridState;
  readonly click: Click;
  readonly describe: (hit: Hit) => Details | null;
  readonly linksOf: (hit: Hit) => HitLinks;
}

export interface GridActions {
  /** What was reached by keys, for those who hear it. */
  readonly spoken: string;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onMouseMove: (event: React.MouseEvent) => void;
  readonly onClick: (event: React.MouseEvent) => void;
  /** Whether it was keys that scrolled. */
  readonly wasScrolledByKeys: () => boolean;
  readonly close: () => void;
}

/** What mouse and keys do in the grid. */
export function useGridActions({ scene, scroller, state, click, describe, linksOf }: GridActionsInput): GridActions {
  const { layout } = scene;
  const { hint, setHint, setPinned, cell, setCell } = state;
  const [spoken, setSpoken] = useState('');
  const isByKeys = useRef(false);
  const moveTo = (to: FocusedCell): void => {
    const hit: Hit = { kind: 'cell', ...to };
    isByKeys.current = scrollBy(scroller.current, scene, to);
    setCell(to);
    setHint(hit);
    const details = describe(hit);
    setSpoken(details === null ? '' : spokenText(details));
  };
  const act = (hit: Hit, what: Click): void => {
    const link = linkOfClick(linksOf(hit), hit, what);
    if (link === null) setPinned(hit);
    else follow(scroller.current, link);
  };
  const close = useCallback(() => {
    setPinned(null);
    scroller.current?.focus({ preventScroll: true });
  }, [setPinned, scroller]);
  const hitAt = (event: React.MouseEvent): Hit | null => {
    const { left, top } = scroller.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return hitTest(layout, scrollOf(scroller.current), { x: event.clientX - left, y: event.clientY - top });
  };
  return {
    spoken,
    close,
    wasScrolledByKeys: () => {
      const was = isByKeys.current;
      isByKeys.current = false;
      return was;
    },
    onMouseMove: (event) => setHint(hitAt(event)),
    onClick: (event) => {
      const hit = hitAt(event);
      if (hit === null) return;
      if (hit.kind === 'cell') setCell({ row: hit.row, column: hit.column });
      // A link lies under the mouse, and the browser follows it.
      if (linkOfClick(linksOf(hit), hit, click) === null) setPinned(hit);
    },
    onKeyDown: (event) => {
      const to = moveFocus(cell, event, sizeOf(scene));
      if (to !== null) moveTo(to);
      else if (event.key === 'Enter') act({ kind: 'cell', ...cell }, click);
      else if (event.key === ' ') act({ kind: 'cell', ...cell }, 'details');
      else if (event.key === 'Escape' && hint !== null) setHint(null);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function sizeOf({ layout, order, grid }: Scene): GridSize {
  return {
    rows: order.length,
    columns: grid.columns.length,
    pageRows: Math.floor((layout.height - layout.header) / layout.rowHeight),
    pageColumns: Math.floor((layout.width - layout.names) / layout.cellWidth),
  };
}

/** Whether there was a need to scroll. */
function scrollBy(element: HTMLElement | null, { layout }: Scene, to: FocusedCell): boolean {
  if (element === null) return false;
  const { x, y } = scrollToCell(layout, scrollOf(element), to);
  if (x === element.scrollLeft && y === element.scrollTop) return false;
  element.scrollLeft = x;
  element.scrollTop = y;
  return true;
}

/** What a click follows: a name leads to its test and a heading to its run; a cell to what the options say. */
export function linkOfClick({ test, run }: HitLinks, hit: Hit, click: Click): Link | null {
  if (click === 'details' && hit.kind === 'cell') return null;
  if (hit.kind === 'name') return test;
  return hit.kind === 'header' || click === 'run' ? run : test;
}

/** As a click on a link would do, so that Grafana opens its own pages without loading itself again. */
function follow(parent: HTMLElement | null, { url, isNewTab }: Link): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  if (isNewTab) Object.assign(anchor, { target: '_blank', rel: 'noreferrer' });
  parent?.appendChild(anchor);
  anchor.click();
  anchor.remove();
}

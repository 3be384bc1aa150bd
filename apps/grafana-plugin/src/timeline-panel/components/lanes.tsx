import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, type RefObject, type UIEvent, useEffect, useMemo, useRef, useState } from 'react';
import { AXIS_HEIGHT } from '../draw/paint-axis';
import { layoutRows } from '../model/row-layout';
import { TEXTS } from '../texts';
import { BoxesCanvas } from './boxes-canvas';
import { LaneTooltip } from './lane-tooltip';
import { type LanesPlace, maxScrollOf } from './lanes-place';
import { OverlayCanvas } from './overlay-canvas';
import { type RunScene } from './run-scene';
import { NO_POINTER, usePointer } from './use-pointer';
import { useSize } from './use-size';
import { useWheel } from './use-wheel';

interface Props {
  readonly scene: RunScene;
  readonly indent: number;
  readonly onSelect: (id: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly elementRef: RefObject<HTMLDivElement>;
  /** Tells where things stand to those who count pixels. */
  readonly onPlace: (place: LanesPlace) => void;
  readonly describedBy: string;
}

const FALLBACK = { width: 800, height: 300 };
/** Right of the time, for the scroll bar. */
const RIGHT = 8;

/** The lanes: one thing to the keyboard, two canvases to the eye. */
export function Lanes(props: Props): React.ReactElement {
  const { scene, indent, onSelect, onKeyDown, elementRef, onPlace, describedBy } = props;
  const { timeline, store } = scene;
  const styles = useStyles2(getStyles);
  const size = useSize(elementRef, FALLBACK);
  const place = useMemo((): LanesPlace => {
    const height = Math.max(1, size.height - AXIS_HEIGHT);
    const width = Math.max(1, size.width - indent - RIGHT);
    return { layout: layoutRows(timeline, height), size, indent, width, height };
  }, [timeline, size, indent]);
  useEffect(() => onPlace(place), [onPlace, place]);
  const [isFocused, setFocused] = useState(false);
  const pointer = usePointer({ scene, place, element: elementRef, onSelect });
  const maxScroll = maxScrollOf(place);
  useWheel(elementRef, { store, indent, width: place.width, maxScroll });
  const scroll = useScroll(scene, maxScroll);
  return (
    <div
      ref={elementRef}
      className={styles.frame}
      role="application"
      aria-label={TEXTS.lanes}
      aria-describedby={describedBy}
      tabIndex={0}
      data-testid="timeline-lanes"
      onKeyDown={onKeyDown}
      onFocus={({ currentTarget }) => setFocused(isByKeyboard(currentTarget))}
      onBlur={() => setFocused(false)}
      {...pointer.handlers}
    >
      <BoxesCanvas scene={scene} place={place} className={styles.canvas} />
      <OverlayCanvas pointer={pointer.current} className={styles.canvas} {...{ scene, place, isFocused }} />
      {maxScroll > 0 && (
        <div ref={scroll.element} className={styles.scroll} style={{ top: AXIS_HEIGHT }} onScroll={scroll.onScroll}>
          <div style={{ height: place.layout.contentHeight, width: 1 }} />
        </div>
      )}
      {pointer.current !== NO_POINTER && <LaneTooltip scene={scene} pointer={pointer.current} />}
    </div>
  );
}

function isByKeyboard(element: Element): boolean {
  return element.matches(':focus-visible');
}

/** A scroll bar beside the canvas, kept where the view is. */
function useScroll({ store }: RunScene, maxScroll: number) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (): void => {
      const { scrollTop } = store.get();
      if (element.current !== null && Math.abs(element.current.scrollTop - scrollTop) >= 1) {
        element.current.scrollTop = scrollTop;
      }
    };
    if (store.get().scrollTop > maxScroll) store.scrollTo(maxScroll);
    follow();
    return store.subscribe(follow);
  }, [store, maxScroll]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>): void => {
    if (Math.abs(currentTarget.scrollTop - store.get().scrollTop) >= 1) store.scrollTo(currentTarget.scrollTop);
  };
  return { element, onScroll };
}

function getStyles(theme: GrafanaTheme2) {
  return {
    frame: css({
      position: 'relative',
      flex: 1,
      minHeight: 0,
      overflow: 'hidden',
      cursor: 'crosshair',
      touchAction: 'pan-y',
      userSelect: 'none',
      outline: 'none',
      fontFamily: theme.typography.fontFamily,
    }),
    canvas: css({ position: 'absolute', top: 0, left: 0, pointerEvents: 'none' }),
    scroll: css({
      position: 'absolute',
      right: 0,
      bottom: 0,
      width: 12,
      overflowY: 'scroll',
      overflowX: 'hidden',
      scrollbarWidth: 'thin',
    }),
  };
}

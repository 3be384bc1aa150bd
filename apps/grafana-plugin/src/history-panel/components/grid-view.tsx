import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useCallback, useId, useRef } from 'react';
import { type Scene } from '../draw/scene';
import { type Details } from '../model/details';
import { wholeNumber } from '../model/format';
import { type HitLinks } from '../model/hit-links';
import { boxOf, type Hit } from '../model/hit-test';
import { type Link } from '../model/links';
import { type Click } from '../options';
import { TEXTS } from '../texts';
import { CellsTable } from './cells-table';
import { HitCard } from './hit-card';
import { linkOfClick, useGridActions } from './use-grid-actions';
import { useGridState } from './use-grid-state';
import { scrollOf, usePainting } from './use-painting';
import { useScrollStart } from './use-scroll-start';
import { useSettledWindow } from './use-settled-window';

export interface GridViewProps {
  readonly scene: Scene;
  readonly click: Click;
  readonly describe: (hit: Hit) => Details | null;
  readonly linksOf: (hit: Hit) => HitLinks;
  readonly zoomTo: (column: number) => (() => void) | null;
  readonly formatTime: (time: number) => string;
}

/** The grid: a scrolled area whose visible part is two canvases, and all that mouse, keys and screen readers need over them. */
export function GridView({ scene, click, describe, linksOf, zoomTo, formatTime }: GridViewProps): React.ReactElement {
  const styles = useStyles2(getStyles);
  const { layout, order, grid, isNewestLeft } = scene;
  const scroller = useRef<HTMLDivElement>(null);
  const state = useGridState({ rows: order.length, columns: grid.columns.length, isNewestLeft });
  const { hint, setHint, pinned, cell, hasFocus, setHasFocus } = state;
  const actions = useGridActions({ scene, scroller, state, click, describe, linksOf });
  const focus = hasFocus ? cell : null;
  const { cells, overlay, repaint } = usePainting({ scene, scroller, hover: pinned ?? hint, focus });
  const readScroll = useCallback(() => scrollOf(scroller.current), []);
  const [settled, onSettling] = useSettledWindow(layout, readScroll);
  const keysId = useId();
  const shown = pinned ?? hint;
  useScrollStart(scroller, scene);
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ overflowX: overflow(layout.scrollsX), overflowY: overflow(layout.scrollsY) }}
        role="application"
        tabIndex={0}
        aria-label={`${TEXTS.panel}: ${wholeNumber(order.length)} by ${wholeNumber(grid.columns.length)}`}
        aria-describedby={keysId}
        onScroll={() => {
          repaint();
          onSettling();
          if (!actions.wasScrolledByKeys()) setHint(null);
        }}
        onKeyDown={actions.onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => {
          setHasFocus(false);
          setHint(null);
        }}
        onMouseMove={actions.onMouseMove}
        onMouseLeave={() => setHint(null)}
        onClick={actions.onClick}
      >
        <div style={{ width: layout.contentWidth, height: layout.contentHeight }}>
          <div className={styles.seen} style={{ width: layout.width, height: layout.height, cursor: cursorOf(hint) }}>
            <canvas ref={cells} className={styles.canvas} />
            <canvas ref={overlay} className={styles.canvas} />
            {hint !== null && pinned === null && (
              <HotLink link={linkOfClick(linksOf(hint), hint, click)} box={boxOf(layout, readScroll(), hint)} />
            )}
          </div>
        </div>
      </div>
      <div id={keysId} hidden>
        {TEXTS.keys}
      </div>
      <div className={styles.heard} aria-live="polite">
        {actions.spoken}
      </div>
      <CellsTable grid={grid} order={order} window={settled} isNewestLeft={isNewestLeft} formatTime={formatTime} />
      {shown !== null && (
        <HitCard
          {...{ scene, scroller, describe, linksOf, zoomTo, hit: shown }}
          isPinned={pinned !== null}
          onClose={actions.close}
        />
      )}
    </div>
  );
}

function overflow(scrolls: boolean): 'scroll' | 'hidden' {
  return scrolls ? 'scroll' : 'hidden';
}

function cursorOf(hint: Hit | null): 'pointer' | 'default' {
  return hint?.kind === 'cell' ? 'pointer' : 'default';
}

interface HotLinkProps {
  readonly link: Link | null;
  readonly box: ReturnType<typeof boxOf>;
}

/** A real link under the mouse: it can be opened in another tab, copied, and read in the status bar. */
function HotLink({ link, box: { x, y, width, height } }: HotLinkProps): React.ReactElement | null {
  if (link === null) return null;
  const tab = link.isNewTab ? { target: '_blank', rel: 'noreferrer' } : {};
  const style = { position: 'absolute' as const, left: x, top: y, width, height };
  return <a href={link.url} {...tab} style={style} tabIndex={-1} aria-hidden="true" draggable={false} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ position: 'relative', flex: '1 1 0', minHeight: 0, overflow: 'hidden' }),
  scroller: css({
    position: 'absolute',
    inset: 0,
    outline: 'none',
    overscrollBehavior: 'contain',
    '&:focus-visible': { boxShadow: `inset 0 0 0 1px ${theme.colors.primary.border}` },
  }),
  seen: css({ position: 'sticky', top: 0, left: 0, overflow: 'hidden' }),
  // Text is measured on another canvas, which does not inherit the page's letter spacing; this one would.
  canvas: css({ position: 'absolute', top: 0, left: 0, width: '100%', height: '100%', letterSpacing: 'normal' }),
  heard: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
});

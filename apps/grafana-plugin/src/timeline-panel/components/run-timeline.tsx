import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, type LinkModel } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useId, useMemo, useRef, useState } from 'react';
import { labelsWidth } from '../draw/paint-lanes';
import { makePalette } from '../draw/palette';
import { type AttachmentsState } from '../model/attachments-state';
import { type Attempt } from '../model/attempt';
import { findCriticalChain } from '../model/critical-chain';
import { describeAttempt } from '../model/describe';
import { findBright } from '../model/emphasis';
import { countKinds } from '../model/search';
import { attemptsOf, findSelected, type Selection, selectionOf } from '../model/selection';
import { type Timeline } from '../model/timeline';
import { type TimelineOptions } from '../options';
import { KEYS, KIND_TEXTS, TEXTS } from '../texts';
import { KindToggles } from './kind-toggles';
import { Lanes } from './lanes';
import { type LanesPlace } from './lanes-place';
import { Overview } from './overview';
import { type RunScene } from './run-scene';
import { ScreenReaderTables } from './screen-reader-tables';
import { SearchBox } from './search-box';
import { SidePane } from './side-pane';
import { StatusLine } from './status-line';
import { Summary } from './summary';
import { makeTimeFormats } from './times';
import { Toolbar } from './toolbar';
import { useCommands } from './use-commands';
import { useSearch } from './use-search';
import { useViewStore } from './use-view';

export interface RunTimelineProps {
  readonly timeline: Timeline;
  readonly options: TimelineOptions;
  readonly timeZone: string;
  readonly width: number;
  readonly height: number;
  readonly attachmentsOf: (attempt: Attempt) => AttachmentsState;
  readonly linksOf: (attempt: Attempt) => readonly LinkModel[];
  /** An attempt was selected; its attachments may have to be loaded. */
  readonly onSelected: (attempt: Attempt) => void;
}

const WIDE_PANEL = 900;
const COMPACT_PANEL = 820;
const OVERVIEW_FROM_HEIGHT = 230;
const OVERVIEW_HEIGHT = 40;
const SUMMARY_FROM_HEIGHT = 280;

/** A run: search and legend, overview, lanes, details. */
export function RunTimeline(props: RunTimelineProps): React.ReactElement {
  const { timeline, options, timeZone, width, height, attachmentsOf, linksOf, onSelected } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const palette = useMemo(() => makePalette(theme), [theme]);
  const times = useMemo(
    () => makeTimeFormats(timeline.origin, timeZone, options.timeAxis),
    [timeline, timeZone, options.timeAxis],
  );
  const store = useViewStore(timeline.wallMs);
  const search = useSearch(timeline);
  const [isChainShown, setChainShown] = useState(options.showChain);
  const wholeChain = useMemo(() => findCriticalChain(timeline), [timeline]);
  const chain = isChainShown ? wholeChain : null;
  const bright = useMemo(() => findBright(search.matches, chain?.links ?? null), [search.matches, chain]);
  const [selection, setSelection] = useState<Selection | null>(null);
  const selected = useMemo(() => findSelected(timeline.attempts, selection), [timeline, selection]);
  const siblings = useMemo(() => attemptsOf(timeline.attempts, selected), [timeline, selected]);
  const { showIdle } = options;
  const scene = useMemo(
    (): RunScene => ({ timeline, store, palette, times, bright, chain, showIdle, selected, siblings }),
    [timeline, store, palette, times, bright, chain, showIdle, selected, siblings],
  );

  const place = useRef<LanesPlace | null>(null);
  const [shownPlace, setShownPlace] = useState<LanesPlace | null>(null);
  const onPlace = useRef((next: LanesPlace): void => {
    place.current = next;
    setShownPlace(next);
  }).current;
  const refs = {
    lanes: useRef<HTMLDivElement>(null),
    search: useRef<HTMLInputElement>(null),
    details: useRef<HTMLElement>(null),
  };
  const select = (id: number): void => {
    const attempt = timeline.attempts[id];
    setSelection(attempt === undefined ? null : selectionOf(attempt));
    if (attempt !== undefined) onSelected(attempt);
  };
  const commands = useCommands({ scene, place, refs, select, setChainShown });
  const close = (): void => {
    select(-1);
    refs.lanes.current?.focus();
  };

  const helpId = useId();
  const indent = useMemo(() => labelsWidth(timeline, showIdle), [timeline, showIdle]);
  const isRight = options.detailsPlace === 'right' || (options.detailsPlace === 'auto' && width >= WIDE_PANEL);
  const isCompact = width < COMPACT_PANEL;
  const attempt = timeline.attempts[selected];
  const kinds = useMemo(() => countKinds(timeline), [timeline]);
  return (
    <div className={styles.panel} style={{ width, height }} role="region" aria-label={TEXTS.panel}>
      <Toolbar
        {...{ isChainShown, isCompact }}
        onToggleChain={() => setChainShown(!isChainShown)}
        onZoom={commands.zoom}
        onZoomAll={() => store.moveTo(store.whole)}
      >
        <SearchBox
          {...{
            timeline,
            text: search.text,
            onChange: search.setText,
            hits: search.hits,
            inputRef: refs.search,
            isCompact,
          }}
          hitCount={search.matches.count}
          onJump={commands.jump}
        />
        <KindToggles counts={kinds} hidden={search.hidden} onToggle={search.toggle} isCompact={isCompact} />
      </Toolbar>
      <div className={cx(styles.body, !isRight && styles.stacked)}>
        <div className={styles.chart}>
          {height >= SUMMARY_FROM_HEIGHT && <Summary timeline={timeline} showIdle={showIdle} />}
          {options.showOverview && height >= OVERVIEW_FROM_HEIGHT && (
            <Overview scene={scene} height={OVERVIEW_HEIGHT} indent={indent} />
          )}
          <Lanes
            {...{ scene, indent, onPlace, elementRef: refs.lanes, describedBy: helpId }}
            onSelect={commands.click}
            onKeyDown={commands.onKeyDown}
          />
          <StatusLine scene={scene} matches={search.matches} place={shownPlace} />
        </div>
        <SidePane
          {...{ scene, attachmentsOf, linksOf, paneRef: refs.details, width: shownPlace?.width ?? 1 }}
          className={isRight ? styles.right : styles.below}
          onSelect={commands.jump}
          onZoom={commands.zoomToTest}
          onClose={close}
          onCloseChain={() => setChainShown(false)}
        />
      </div>
      <div className={styles.hidden} aria-live="polite" data-testid="timeline-live">
        {attempt === undefined ? '' : describeAttempt(timeline, selected, KIND_TEXTS[attempt.kind].label)}
      </div>
      <div className={styles.hidden} id={helpId}>
        {KEYS.map(([keys, does]) => `${keys}: ${does}`).join('. ')}
      </div>
      <ScreenReaderTables timeline={timeline} matches={search.matches} className={styles.hidden} />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const edge = `1px solid ${theme.colors.border.weak}`;
  return {
    panel: css({ position: 'relative', display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
    body: css({ display: 'flex', flex: 1, minHeight: 0 }),
    stacked: css({ flexDirection: 'column' }),
    chart: css({
      flex: 1,
      minWidth: 0,
      minHeight: 0,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
    }),
    right: css({ width: '34%', minWidth: 320, maxWidth: 560, borderLeft: edge, flexShrink: 0 }),
    below: css({ height: '48%', borderTop: edge, flexShrink: 0 }),
    hidden: css({
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    }),
  };
}

import { css } from '@emotion/css';
import { dateTime, dateTimeFormat, type AbsoluteTimeRange } from '@grafana/data';
import { Button, useTheme2 } from '@grafana/ui';
import React, { useCallback, useEffect, useMemo, useState } from 'react';
import { makePalette } from '../draw/palette';
import { turned } from '../draw/scene';
import { bucketRange } from '../model/bucket-range';
import { describeHit } from '../model/details';
import { wholeNumber } from '../model/format';
import { type Grid } from '../model/grid';
import { linksOfHit } from '../model/hit-links';
import { type Hit } from '../model/hit-test';
import { type LinkContext } from '../model/links';
import { readNameFilter } from '../model/name-filter';
import { orderRows } from '../model/order-rows';
import { outcomesIn } from '../model/outcomes-in';
import { type HistoryOptions } from '../options';
import { noMatchText, OUTCOME_LABELS, TEXTS } from '../texts';
import { type Choice, Controls, CONTROLS_HEIGHT } from './controls';
import { GridView } from './grid-view';
import { Legend, LEGEND_HEIGHT } from './legend';
import { PanelMessage } from './panel-message';
import { scrollbarSize } from './scrollbar-size';
import { useDevicePixelRatio } from './use-device-pixel-ratio';
import { cornerText, useScene } from './use-scene';

export interface HistoryViewProps {
  readonly grid: Grid;
  readonly options: HistoryOptions;
  readonly width: number;
  readonly height: number;
  readonly timeZone: string;
  readonly linkContext: LinkContext;
  readonly onZoom: (range: AbsoluteTimeRange) => void;
}

/** Panels lower than this show less around the grid. */
const LEGEND_FROM = 190;
const CONTROLS_FROM = 130;

/** The grid with what chooses its rows above it and what explains its cells below. */
export function HistoryView(props: HistoryViewProps): React.ReactElement {
  const { grid, options, width, height, timeZone, linkContext, onZoom } = props;
  const [choice, change] = useChoice(options);
  const hasControls = options.showControls && height >= CONTROLS_FROM;
  const hasLegend = options.showLegend && height >= LEGEND_FROM;
  const theme = useTheme2();
  const palette = useMemo(() => makePalette(theme), [theme]);
  const filter = useMemo(() => readNameFilter(choice.filter), [choice.filter]);
  const { sort, onlyFailing } = choice;
  const order = useMemo(() => orderRows(grid, { sort, onlyFailing, filter }), [grid, sort, onlyFailing, filter]);
  const scrollbar = useMemo(scrollbarSize, []);
  const ratio = useDevicePixelRatio();
  const room = height - (hasControls ? CONTROLS_HEIGHT : 0) - (hasLegend ? LEGEND_HEIGHT : 0);
  const scene = useScene({
    ...{ grid, order, width, height: Math.max(0, room), ratio, scrollbar, options, sort, palette, timeZone },
  });
  const outcomes = useMemo(() => outcomesIn(grid), [grid]);
  const formatTime = useCallback((time: number) => dateTimeFormat(time, { timeZone }), [timeZone]);
  const turn = useCallback((column: number) => turned(scene, column), [scene]);
  const describe = useCallback(
    (hit: Hit) =>
      describeHit(
        {
          ...{ grid, order, turned: turn, formatTime, labels: OUTCOME_LABELS, now: Date.now() },
          ...{ noResult: TEXTS.noResult, unknownTime: TEXTS.unknownTime },
        },
        hit,
      ),
    [grid, order, turn, formatTime],
  );
  const linksOf = useCallback(
    (hit: Hit) => linksOfHit({ grid, order, turned: turn, context: linkContext }, hit),
    [grid, order, turn, linkContext],
  );
  const zoomTo = useCallback(
    (column: number) => {
      const range = bucketRange(grid, turn(column));
      return range === null ? null : () => onZoom(range);
    },
    [grid, turn, onZoom],
  );
  return (
    <div className={COLUMN} style={{ width, height }}>
      {hasControls && (
        <Controls
          choice={choice}
          onChange={change}
          problem={filter.problem}
          summary={summaryOf(grid, order.length)}
          width={width}
        />
      )}
      {order.length === 0 ? (
        <PanelMessage text={noMatchText(choice.filter, onlyFailing, grid.rows.length)}>
          <Button variant="secondary" size="sm" onClick={() => change({ filter: '', onlyFailing: false })}>
            {TEXTS.clear}
          </Button>
        </PanelMessage>
      ) : (
        <GridView {...{ scene, click: options.click, describe, linksOf, zoomTo, formatTime }} />
      )}
      {hasLegend && <Legend outcomes={outcomes} palette={palette} />}
    </div>
  );
}

/** Begins as the options say, and again whenever they are changed. */
function useChoice({ sort, onlyFailing }: HistoryOptions): [Choice, (change: Partial<Choice>) => void] {
  const [choice, setChoice] = useState<Choice>({ sort, onlyFailing, filter: '' });
  useEffect(() => setChoice((last) => ({ ...last, sort, onlyFailing })), [sort, onlyFailing]);
  const change = useCallback((changed: Partial<Choice>) => setChoice((last) => ({ ...last, ...changed })), []);
  return [choice, change];
}

function summaryOf({ rows, columns, form, leftOut }: Grid, shown: number): string {
  const count = wholeNumber(columns.length);
  const across =
    form === 'runs' ? `${count} ${columns.length === 1 ? TEXTS.run : TEXTS.runs}` : `${count} ${TEXTS.times}`;
  const newest = columns[columns.length - 1]?.time ?? null;
  const parts = [cornerText(shown, rows.length), across];
  if (newest !== null) parts.push(`${TEXTS.newest} ${dateTime(newest).fromNow()}`);
  if (leftOut > 0) parts.push(`${wholeNumber(leftOut)} ${TEXTS.leftOut}`);
  return parts.join(' · ');
}

const COLUMN = css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' });

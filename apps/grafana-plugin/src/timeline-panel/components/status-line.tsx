import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Matches } from '../model/search';
import { countTooShort, type ShortCount } from '../model/too-short';
import { type LanesPlace, maxScrollOf } from './lanes-place';
import { type RunScene } from './run-scene';
import { useSettledView } from './use-view';

interface Props {
  readonly scene: RunScene;
  readonly matches: Matches;
  /** null until it is known. */
  readonly place: LanesPlace | null;
}

/** What cannot be seen, and how to reach it all the same. */
export function StatusLine({ scene, matches, place }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  const { time } = useSettledView(scene.store, 150);
  const count = countTooShort(scene.timeline, time, place?.width ?? 1);
  const found = matches.isAll ? '' : `${number(matches.count)} of ${number(scene.timeline.attempts.length)} match.`;
  return (
    <div className={styles} data-testid="timeline-status">
      {[describeHidden(scene.timeline.lanes.length, place), found, describeShort(count)].filter(Boolean).join(' ')}
    </div>
  );
}

/** How to see the workers for which the panel is not high enough. */
function describeHidden(workers: number, place: LanesPlace | null): string {
  if (place === null || maxScrollOf(place) === 0) return '';
  return `${number(workers)} workers: turn the wheel over their names to see them all.`;
}

/** How many are too short to see. */
export function describeShort({ shown, tooShort }: ShortCount): string {
  if (tooShort === 0) return '';
  const subject =
    shown === 1
      ? 'The only test here is'
      : `${number(tooShort)} of ${number(shown)} tests here ${tooShort === 1 ? 'is' : 'are'}`;
  return `${subject} too short to see: zoom in, or reach them with the arrow keys or by search.`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function getStyles(theme: GrafanaTheme2) {
  return css({
    minHeight: 18,
    paddingTop: 2,
    color: theme.colors.text.secondary,
    fontSize: 11,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 0,
  });
}

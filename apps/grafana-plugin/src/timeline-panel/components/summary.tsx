import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { percentText } from '../draw/paint-lanes';
import { sumIdle } from '../model/describe';
import { durationOf, formatDuration } from '../model/duration';
import { type Timeline } from '../model/timeline';

interface Props {
  readonly timeline: Timeline;
  readonly showIdle: boolean;
}

/** The run in one line: how much, how long, how idle. */
export function Summary({ timeline, showIdle }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  const facts = useMemo(() => factsOf(timeline, showIdle), [timeline, showIdle]);
  return (
    <div className={styles.line} data-testid="timeline-summary">
      {facts.map(([value, what]) => (
        <span key={what}>
          <b>{value}</b> {what}
        </span>
      ))}
    </div>
  );
}

function factsOf(timeline: Timeline, showIdle: boolean): readonly (readonly [string, string])[] {
  const { attempts, tests, lanes, wallMs, unplaced } = timeline;
  const runMs = attempts.reduce((sum, attempt) => sum + (durationOf(attempt) ?? 0), 0);
  const workers = lanes.filter(({ worker }) => worker !== '').length;
  const { idleMs, availableMs } = sumIdle(timeline);
  const count = (n: number): string => n.toLocaleString('en');
  return [
    [count(tests), tests === 1 ? 'test' : 'tests'],
    ...(attempts.length > tests ? [[count(attempts.length), 'attempts'] as const] : []),
    ...(workers > 0 ? [[count(workers), workers === 1 ? 'worker' : 'workers'] as const] : []),
    [formatDuration(wallMs), 'wall time'],
    [formatDuration(runMs), 'in tests'],
    ...(showIdle ? [[formatDuration(idleMs), `idle (${percentText(idleMs, availableMs)})`] as const] : []),
    ...(unplaced.length > 0 ? [[count(unplaced.length), 'without times'] as const] : []),
  ];
}

function getStyles(theme: GrafanaTheme2) {
  return {
    line: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      alignItems: 'center',
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      '& b': { color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium },
    }),
  };
}

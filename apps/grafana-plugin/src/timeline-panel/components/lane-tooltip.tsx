import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import React from 'react';
import { describeIdle } from '../model/describe';
import { durationOf, formatDuration } from '../model/duration';
import { KIND_TEXTS } from '../texts';
import { KindSign } from './kind-sign';
import { type RunScene } from './run-scene';
import { type PointerState } from './use-pointer';

interface Props {
  readonly scene: RunScene;
  readonly pointer: PointerState;
}

/** What the pointer is on: a test, or a worker's name with its idle time. */
export function LaneTooltip({ scene, pointer }: Props): React.ReactElement | null {
  const content = pointer.band === null ? contentFor(scene, pointer) : null;
  if (content === null) return null;
  return (
    <Portal>
      <VizTooltipContainer position={pointer.client} offset={{ x: 12, y: 12 }} allowPointerEvents={false}>
        {content}
      </VizTooltipContainer>
    </Portal>
  );
}

function contentFor({ timeline }: RunScene, { hovered, label }: PointerState): React.ReactElement | null {
  const lane = timeline.lanes[label];
  if (lane !== undefined) return <IdleText text={describeIdle(lane)} />;
  return timeline.attempts[hovered] === undefined ? null : <AttemptText timeline={timeline} id={hovered} />;
}

function IdleText({ text }: { readonly text: string }): React.ReactElement {
  return <div className={useStyles2(getStyles).frame}>{text}</div>;
}

function AttemptText({ timeline, id }: { readonly timeline: RunScene['timeline']; readonly id: number }) {
  const styles = useStyles2(getStyles);
  const attempt = timeline.attempts[id];
  const box = timeline.boxes[id];
  if (attempt === undefined || box === undefined) return null;
  const duration = durationOf(attempt);
  const facts = [
    duration === null ? 'duration unknown' : formatDuration(duration),
    timeline.lanes[box.lane]?.label ?? '',
    attempt.attempts > 1 ? `attempt ${attempt.attempt} of ${attempt.attempts}` : '',
  ];
  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        <KindSign kind={attempt.kind} />
        <span>{KIND_TEXTS[attempt.kind].label}</span>
        <span className={styles.quiet}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </div>
      <div className={styles.name}>{attempt.test.slice(0, 400)}</div>
      {attempt.message !== '' && <div className={styles.message}>{attempt.message.slice(0, 300)}</div>}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    frame: css({ maxWidth: 460, fontSize: theme.typography.bodySmall.fontSize, overflowWrap: 'anywhere' }),
    head: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), whiteSpace: 'nowrap' }),
    quiet: css({ color: theme.colors.text.secondary }),
    name: css({ marginTop: theme.spacing(0.5), fontWeight: theme.typography.fontWeightMedium }),
    message: css({
      marginTop: theme.spacing(0.5),
      color: theme.colors.text.secondary,
      fontFamily: theme.typography.fontFamilyMonospace,
    }),
  };
}

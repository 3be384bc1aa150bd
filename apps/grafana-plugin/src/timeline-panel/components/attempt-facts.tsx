import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { Fragment } from 'react';
import { type Attempt } from '../model/attempt';
import { durationOf, formatDuration } from '../model/duration';
import { splitTestName } from '../model/test-name-parts';
import { formatElapsed } from '../model/ticks';
import { workerLabel } from '../model/worker-order';
import { TEXTS } from '../texts';
import { type RunScene } from './run-scene';

interface Props {
  readonly scene: RunScene;
  readonly attempt: Attempt;
}

/** Class, module, worker, tags and times of an attempt. */
export function AttemptFacts({ scene, attempt }: Props): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles}>
      {factsOf(scene, attempt).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function factsOf({ timeline, times, chain }: RunScene, attempt: Attempt): readonly (readonly [string, string])[] {
  const { className, module } = splitTestName(attempt.test);
  const duration = durationOf(attempt);
  const at = (time: number | null): string =>
    time === null ? 'unknown' : `${times.full(time)} (${formatElapsed(time - timeline.origin, 1)})`;
  const facts: readonly (readonly [string, string])[] = [
    ['Duration', duration === null ? 'unknown' : formatDuration(duration)],
    ['Start', at(attempt.start)],
    ['End', at(attempt.stop)],
    ['Worker', attempt.worker === '' ? 'unknown' : workerLabel(attempt.worker, timeline.lanes.length)],
    ['Class', className],
    ['Module', module],
    ['Tags', tagsOf(attempt)],
    ['Status', attempt.flaky ? `${attempt.status} (flaky: it failed and passed in this run)` : attempt.status],
    ['Chain', chain?.links.includes(timeline.attempts.indexOf(attempt)) === true ? 'a link of the critical chain' : ''],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** A worker's name is a tag, and often the only one. */
function tagsOf({ tags, worker }: Attempt): string {
  const all = /^worker-\d+$/.test(worker) && !tags.includes(worker) ? [...tags, worker] : tags;
  return all.length === 0 ? TEXTS.noTags : all.join(', ');
}

function getStyles(theme: GrafanaTheme2) {
  return css({
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.25, 1.5),
    margin: theme.spacing(1, 0, 0),
    '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& dd': { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  });
}

import React, { memo } from 'react';
import { sumIdle } from '../model/describe';
import { durationOf, formatDuration } from '../model/duration';
import { needsAttention } from '../model/kind';
import { listHits, type Matches } from '../model/search';
import { formatElapsed } from '../model/ticks';
import { type Lane, type Timeline } from '../model/timeline';
import { KIND_TEXTS } from '../texts';

interface Props {
  readonly timeline: Timeline;
  readonly matches: Matches;
  readonly className: string;
}

/** A reader wants no 20,000 rows; a search brings the others. */
const ROWS = 200;

/** The workers and the first matching attempts as tables, for those who do not see the canvas. */
export const ScreenReaderTables = memo(function ScreenReaderTables({ timeline, matches, className }: Props) {
  const hits = listHits(timeline, matches, ROWS);
  const { idleMs } = sumIdle(timeline);
  const more =
    matches.count > hits.length ? `, the first ${hits.length} of ${matches.count}: search for the others` : '';
  return (
    <div className={className}>
      <table>
        <caption>{`Workers of the run, idle for ${formatDuration(idleMs)} together`}</caption>
        <thead>
          <tr>
            {['Worker', 'Attempts', 'With problems', 'Busy', 'Idle'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.lanes.map((lane) => (
            <tr key={lane.worker}>
              <th scope="row">{lane.label}</th>
              <td>{lane.order.length}</td>
              <td>{countProblems(timeline, lane)}</td>
              <td>{formatDuration(lane.idle.busyMs)}</td>
              <td>{formatDuration(lane.idle.idleMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{`Attempts by start${more}`}</caption>
        <thead>
          <tr>
            {['Test', 'Attempt', 'Outcome', 'Start', 'Duration', 'Worker'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hits.map((id) => (
            <AttemptRow key={id} timeline={timeline} id={id} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

function AttemptRow({ timeline, id }: { readonly timeline: Timeline; readonly id: number }): React.ReactElement | null {
  const [attempt, box] = [timeline.attempts[id], timeline.boxes[id]];
  if (attempt === undefined) return null;
  const duration = durationOf(attempt);
  return (
    <tr>
      <th scope="row">{attempt.test}</th>
      <td>{`${attempt.attempt} of ${attempt.attempts}`}</td>
      <td>{KIND_TEXTS[attempt.kind].label}</td>
      <td>{box === undefined ? 'unknown' : formatElapsed(box.start, 1)}</td>
      <td>{duration === null ? 'unknown' : formatDuration(duration)}</td>
      <td>{timeline.lanes[box?.lane ?? -1]?.label ?? 'unknown'}</td>
    </tr>
  );
}

function countProblems({ attempts }: Timeline, { order }: Lane): number {
  return order.filter((id) => needsAttention(attempts[id]?.kind ?? 'passed')).length;
}

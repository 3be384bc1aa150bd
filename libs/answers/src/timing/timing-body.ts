import type { TimingBody } from '@testmetrics/api-contract';
import { formatMicros } from '@testmetrics/domain';
import type { Timing } from './timing-of';

/** What replies say of the request they answer. */
export function timingFrame({ request, sinceMicros }: Timing): Omit<TimingBody, 'items'> {
  const { job, project, branch, statistic } = request;
  return { job, project: project ?? null, branch: branch ?? null, since: formatMicros(sinceMicros), statistic };
}

/** Expected durations as JSON. */
export function timingBody(timing: Timing): TimingBody {
  let [lastMicros, lastText] = [NaN, ''];
  // Most tests were seen by the newest run last: its time is written once.
  const lastSeen = (micros: number): string => {
    if (micros !== lastMicros) [lastMicros, lastText] = [micros, formatMicros(micros)];
    return lastText;
  };
  const items = timing.tests.map(({ id, micros, runs, outcome, lastSeenMicros }) => ({
    id,
    seconds: micros / 1e6,
    runs,
    outcome,
    last_seen: lastSeen(lastSeenMicros),
  }));
  return { ...timingFrame(timing), items };
}

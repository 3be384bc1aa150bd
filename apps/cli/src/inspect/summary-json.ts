import { formatMicros } from '@testmetrics/domain';
import type { Summary } from './summary';

/** The summary as one line of JSON, for scripts. */
export function formatSummaryJson(summary: Summary): string {
  const { secondsSum, secondsWall, ...tests } = summary.totals;
  return `${JSON.stringify({
    file: summary.file,
    format: summary.format,
    compressed: summary.compressed,
    file_bytes: summary.fileBytes,
    stream_bytes: summary.streamBytes,
    events: summary.events,
    noise_bytes: summary.noiseBytes,
    complete: summary.complete,
    runner_failed: summary.runnerFailed,
    tests,
    listed_only: summary.listedOnly,
    seconds: { sum: secondsSum, wall: secondsWall },
    first_start: time(summary.firstStartMicros),
    last_stop: time(summary.lastStopMicros),
    failed: summary.failed,
    flaky: summary.flaky,
    unfinished: summary.unfinished.map(({ id, status, startMicros }) => ({ id, status, start: time(startMicros) })),
    slowest: summary.slowest,
    damage_count: summary.damageCount,
    damage: summary.damage,
  })}\n`;
}

function time(micros: number | null): string | null {
  return micros === null ? null : formatMicros(micros);
}

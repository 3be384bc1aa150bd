import { type Attempt } from './attempt';
import { findColumn, type FrameLike, hasColumns } from './columns';
import { noRows, noTimes, type Problem, wrongColumns } from './problem';
import { ATTACHMENT_COLUMNS, type AttachmentIndex, readAttachments } from './read-attachments';
import { readAttempts, TIMELINE_COLUMNS } from './read-attempts';

/** What a panel's frames hold. */
export interface RunInput {
  readonly attempts: readonly Attempt[];
  /** Which of the frames holds the attempts: links are made from its fields. */
  readonly frame: number;
  /** null where there is no query for attachments. */
  readonly attachments: AttachmentIndex | null;
}

const NO_ATTACHMENTS: AttachmentIndex = new Map();

/** Finds the timeline and the attachments among the frames of a panel, by their columns: their order and names do not matter. */
export function readFrames(frames: readonly FrameLike[]): RunInput | Problem {
  const frame = frames.findIndex((candidate) => hasColumns(candidate, TIMELINE_COLUMNS));
  const timeline = frames[frame];
  if (timeline === undefined) return explainMissing(frames);
  const attempts = readAttempts(timeline);
  if (attempts.length === 0) return noRows();
  if (attempts.every(({ start, stop }) => start === null && stop === null)) return noTimes(attempts.length);
  const others = frames.filter((candidate) => candidate !== timeline);
  return { attempts, frame, attachments: findAttachments(others) };
}

export function isProblem(input: RunInput | Problem): input is Problem {
  return 'code' in input;
}

/** A frame without fields is what MySQL gives for no rows, so the query is there and found nothing. */
function findAttachments(frames: readonly FrameLike[]): AttachmentIndex | null {
  const frame = frames.find((candidate) => hasColumns(candidate, ATTACHMENT_COLUMNS));
  if (frame !== undefined) return readAttachments(frame);
  return frames.some(({ fields }) => fields.length === 0) ? NO_ATTACHMENTS : null;
}

function explainMissing(frames: readonly FrameLike[]): Problem {
  const filled = frames.filter(({ fields }) => fields.length > 0);
  const candidates = filled.filter((frame) => !hasColumns(frame, ATTACHMENT_COLUMNS));
  const best = candidates[0] ?? (filled.length === frames.length ? filled[0] : undefined);
  if (best === undefined) return noRows();
  const missing = TIMELINE_COLUMNS.filter((name) => findColumn(best, name) === undefined);
  return wrongColumns(
    missing,
    best.fields.map(({ name }) => name),
  );
}

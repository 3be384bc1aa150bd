import { createHash } from 'node:crypto';
import { InvalidCursorError } from '@testmetrics/database';
import { AppError } from '@testmetrics/runtime';
import type { Range } from '../asking/asker';

/** Where a page begins, and of what: a list goes on as it began, whatever came in meanwhile. */
export interface Position {
  /** The range of the first page; "the last 30 days" end where they ended then. */
  readonly range: Range;
  /** Says which list this is, as `fingerprintOf` makes it. */
  readonly fingerprint: string;
  /** The `place_key` of the last row of the page before. */
  readonly after: string;
}

/** A short text that differs for lists that differ. */
export function fingerprintOf(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);
}

/** Positions are handed out as opaque text, so that what they are made of may change. */
export function encodePosition({ range, fingerprint, after }: Position): string {
  const parts = [range.sinceMicros, range.untilMicros, fingerprint, after];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * @throws {InvalidCursorError} where it is no cursor of ours
 * @throws {AppError} `cursor_of_another_list`
 */
export function decodePosition(cursor: string, fingerprint: string): Position {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 4) throw new InvalidCursorError();
  const [sinceMicros, untilMicros, found, after] = parts as unknown[];
  if (!isMicros(sinceMicros) || !isMicros(untilMicros) || sinceMicros >= untilMicros) throw new InvalidCursorError();
  if (typeof found !== 'string' || typeof after !== 'string') throw new InvalidCursorError();
  if (found !== fingerprint) throw anotherList();
  return { range: { sinceMicros, untilMicros }, fingerprint, after };
}

function isMicros(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursorError();
  }
}

function anotherList(): AppError {
  return new AppError('cursor_of_another_list', 'The cursor belongs to another list.', {
    status: 400,
    expected: 'the same path and filters as for the page before; only limit and format may differ',
    found: 'others',
    action: 'repeat the URL of the first page with the cursor added, or begin again without it',
  });
}

import { AppError } from '@testmetrics/runtime';

/** A cursor that did not come from us. */
export class InvalidCursorError extends AppError {
  constructor() {
    super('invalid_cursor', 'The cursor cannot be used.', {
      status: 400,
      expected: 'the "next" value of the page before, unchanged',
      found: 'something else',
      action: 'begin again without a cursor',
    });
  }
}

/** Positions in lists are handed out as opaque text, so that what they are made of may change. */
export function encodeCursor(position: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @returns the numbers of the position */
export function decodeCursor(cursor: string, length: number): readonly number[] {
  const position = parse(cursor);
  if (!Array.isArray(position) || position.length !== length) throw new InvalidCursorError();
  return position.map((part) => {
    if (!Number.isSafeInteger(part)) throw new InvalidCursorError();
    return Number(part);
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursorError();
  }
}

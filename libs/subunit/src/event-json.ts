import type { Status, SubunitEvent } from './event';

/** An event as one line of JSON has it: the names, the order and the conventions of the reference's test data. */
export interface EventJson {
  readonly test_id: string | null;
  readonly status: Status | null;
  readonly tags: readonly string[] | null;
  readonly runnable: boolean;
  readonly file_name: string | null;
  /** base64 */
  readonly file_bytes: string | null;
  readonly mime: string | null;
  readonly eof: boolean;
  readonly route_code: string | null;
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ` */
  readonly timestamp: string | null;
}

export function eventToJson(event: SubunitEvent): EventJson {
  return {
    test_id: event.testId,
    status: event.status,
    tags: event.tags,
    runnable: event.runnable,
    file_name: event.fileName,
    file_bytes: event.fileBytes === null ? null : toBase64(event.fileBytes),
    mime: event.mimeType,
    eof: event.eof,
    route_code: event.routeCode,
    timestamp: event.timestampMicros === null ? null : formatMicros(event.timestampMicros),
  };
}

/** Bytes outside packets have the form of an event of a file `stdout` that belongs to no test. */
export function noiseToJson(bytes: Uint8Array): EventJson {
  return {
    test_id: null,
    status: null,
    tags: null,
    runnable: true,
    file_name: 'stdout',
    file_bytes: toBase64(bytes),
    mime: null,
    eof: false,
    route_code: null,
    timestamp: null,
  };
}

/** Microseconds since 1970 as `YYYY-MM-DDTHH:MM:SS.ffffffZ`. */
export function formatMicros(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = `${Math.round(micros - millis * 1000)}`.padStart(3, '0');
  return `${new Date(millis).toISOString().slice(0, -1)}${rest}Z`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `btoa` would need a string of the bytes first. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const triple =
      ((bytes[at] as number) << 16) |
      ((left > 1 ? (bytes[at + 1] as number) : 0) << 8) |
      (left > 2 ? (bytes[at + 2] as number) : 0);
    parts.push(
      DIGITS.charAt(triple >>> 18) +
        DIGITS.charAt((triple >>> 12) & 63) +
        (left > 1 ? DIGITS.charAt((triple >>> 6) & 63) : '=') +
        (left > 2 ? DIGITS.charAt(triple & 63) : '='),
    );
  }
  return parts.join('');
}

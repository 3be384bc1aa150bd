import type { Status } from './event';

/** A line of the version 1 protocol. `label` is everything after the keyword and one separator. */
export type V1Directive =
  | { readonly kind: 'test'; readonly label: string }
  | { readonly kind: 'outcome'; readonly status: Status; readonly detail: V1DetailName; readonly label: string }
  | { readonly kind: 'tags'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'progress' };

/** The file name that details in plain brackets get. */
export type V1DetailName = 'traceback' | 'reason' | 'message';

const OUTCOMES: ReadonlyMap<string, { readonly status: Status; readonly detail: V1DetailName }> = new Map([
  ['success', { status: 'success', detail: 'message' }],
  ['successful', { status: 'success', detail: 'message' }],
  ['failure', { status: 'fail', detail: 'traceback' }],
  ['error', { status: 'fail', detail: 'traceback' }],
  ['skip', { status: 'skip', detail: 'reason' }],
  ['xfail', { status: 'xfail', detail: 'traceback' }],
  ['uxsuccess', { status: 'uxsuccess', detail: 'message' }],
]);

const KEYWORD = /^([a-z]+):*([ \t\v\f\r])(?=[^]*\S)/;
const PROGRESS = /^\s*([+-]?\d+|push|pop)\s*$/;

/**
 * Reads a line (without its line feed) as a directive: a lower-case keyword at column 0, with or without a colon,
 * white space, and something behind it.
 *
 * @returns `null` where the line is plain text
 */
export function parseDirective(line: string): V1Directive | null {
  const match = KEYWORD.exec(line);
  if (match === null) return null;
  const keyword = match[1] as string;
  const rest = line.slice(match[0].length);
  if (keyword === 'test' || keyword === 'testing') return { kind: 'test', label: rest };
  const outcome = OUTCOMES.get(keyword);
  if (outcome !== undefined) return { kind: 'outcome', ...outcome, label: rest };
  if (keyword === 'tags') return { kind: 'tags', ...splitTags(rest) };
  if (keyword === 'time') return { kind: 'time', text: rest };
  if (keyword === 'progress' && PROGRESS.test(rest)) return { kind: 'progress' };
  return null;
}

function splitTags(text: string): { added: string[]; removed: string[] } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return {
    added: words.filter((word) => !word.startsWith('-')),
    removed: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
  };
}

const TIME = /^\s*(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9})\d*)?(Z|[+-]\d\d:?\d\d)?\s*$/;

/** @returns microseconds since 1970-01-01 UTC, `null` where the text is no time or the date does not exist */
export function parseV1Time(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millis = Date.UTC(year, month - 1, day, hour, minute, second);
  if (!isSameDate(new Date(millis), month, day, hour, minute, second)) return null;
  const fraction = Math.floor(Number((match[7] ?? '').padEnd(9, '0')) / 1000);
  return millis * 1000 + fraction - offsetMicros(match[8]);
}

function isSameDate(date: Date, month: number, day: number, hour: number, minute: number, second: number): boolean {
  return (
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  );
}

function offsetMicros(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000_000;
}

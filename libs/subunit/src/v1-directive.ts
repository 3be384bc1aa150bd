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
  ['uxsuccess', { status: 'uxsuccess', detail: 'traceback' }],
]);

const KEYWORD = /^([a-z]+):*([ \t\v\f\r])(?=[^]*[^ \t\n\v\f\r])/;
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

/** The keyword and its blank are ASCII, so that they can be looked at where the label is no text. */
export function looksLikeDirective(line: Uint8Array): boolean {
  const head = String.fromCharCode(...line.subarray(0, 16).filter((byte) => byte > 0 && byte < 0x80));
  return /^(test|testing|success|successful|failure|error|skip|xfail|uxsuccess):? /.test(head);
}

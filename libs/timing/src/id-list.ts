/** Ids, one a line; empty lines are none. */
export function readIdLines(text: string): readonly string[] {
  return unique(text.split(/\r?\n/).filter((line) => line !== ''));
}

/** Each id once, at its first place: no runner runs a test twice. */
export function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** Ids that no list of lines can carry. */
export function idsWithLineBreaks(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => /[\r\n]/.test(id));
}

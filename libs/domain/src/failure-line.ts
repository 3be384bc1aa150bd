export const MAX_FAILURE_LINE = 512;

const PYTHON_TRACEBACK = 'Traceback (most recent call last):';
const STACK_FRAME = /^\s+(?:at\s|\.\.\. \d+ more)/;
const TELLING = /\b(?:error|exception|assert\w*|fail(?:ed|ure)?|panic|expected|fatal)\b|(?:Error|Exception)\b/i;

/**
 * The one line of a traceback or log that says what went wrong, at most 512 characters.
 *
 * Knows the forms of Python (the line after the last frame of the last traceback), of Java and JavaScript
 * (the last `Caused by:`, else the line above the frames); of any other text the first line that speaks
 * of an error, else the first line.
 */
export function failureLine(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/);
  const line = pythonLine(lines) ?? stackLine(lines) ?? lines.find(isTelling) ?? lines.find(isText);
  return line === undefined ? null : shorten(line.trim());
}

function pythonLine(lines: readonly string[]): string | undefined {
  const start = lines.findLastIndex((line) => line.trim() === PYTHON_TRACEBACK);
  if (start < 0) return undefined;
  const indent = indentOf(lines[start] ?? '');
  return lines.slice(start + 1).find((line) => isText(line) && indentOf(line) <= indent);
}

function stackLine(lines: readonly string[]): string | undefined {
  const firstFrame = lines.findIndex((line) => STACK_FRAME.test(line));
  if (firstFrame < 1) return undefined;
  const cause = lines.findLast((line) => line.startsWith('Caused by: '));
  return cause?.slice('Caused by: '.length) ?? lines.slice(0, firstFrame).find(isText);
}

function isText(line: string): boolean {
  return line.trim() !== '';
}

function isTelling(line: string): boolean {
  return TELLING.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Cuts between characters, never inside one. */
function shorten(line: string): string {
  if (line.length <= MAX_FAILURE_LINE) return line;
  const cut = line.slice(0, MAX_FAILURE_LINE - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * How well a file of a failing test is suited to say why it failed.
 *
 * @returns 0 for the best, `null` for a file that says nothing about it
 */
export function failureFileRank(fileName: string, mimeType: string | null): number | null {
  if (fileName === 'traceback') return 0;
  if (fileName.startsWith('traceback') || mimeType?.startsWith('text/x-traceback') === true) return 1;
  const rank = FALLBACK_FILES.indexOf(fileName.toLowerCase());
  return rank < 0 ? null : rank + 2;
}

const FALLBACK_FILES = ['message', 'reason', 'tap comment', 'stderr', 'stdout', 'log'];

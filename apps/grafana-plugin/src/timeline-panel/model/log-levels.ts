export const LEVELS = ['ERROR', 'WARNING', 'INFO', 'DEBUG'] as const;
export type Level = (typeof LEVELS)[number];

/** A line of a log, or several: what follows without a level (a traceback) belongs to the line before it. */
export interface LogEntry {
  /** null before the first line that has one. */
  readonly level: Level | null;
  readonly text: string;
}

const WORDS: Readonly<Record<string, Level>> = {
  TRACE: 'DEBUG',
  DEBUG: 'DEBUG',
  INFO: 'INFO',
  NOTICE: 'INFO',
  AUDIT: 'INFO',
  WARN: 'WARNING',
  WARNING: 'WARNING',
  ERROR: 'ERROR',
  CRITICAL: 'ERROR',
  FATAL: 'ERROR',
};
/** Capital letters only, and near the start of the line: an "error" within a message is no level. */
const LEVEL = /(?<![A-Za-z])(TRACE|DEBUG|INFO|NOTICE|AUDIT|WARN|WARNING|ERROR|CRITICAL|FATAL)(?![A-Za-z])/;
const NEAR = 160;

/** Reads the levels of a log's lines. */
export function parseLog(content: string): readonly LogEntry[] {
  const entries: { level: Level | null; lines: string[] }[] = [];
  for (const line of content.split(/\r?\n/)) {
    const level = levelOf(line);
    const open = entries.at(-1);
    if (open !== undefined && (level === null || line === '')) open.lines.push(line);
    else entries.push({ level, lines: [line] });
  }
  return entries.map(({ level, lines }) => ({ level, text: lines.join('\n') }));
}

function levelOf(line: string): Level | null {
  if (/^\s+(File "|at )/.test(line)) return null;
  const word = LEVEL.exec(line.slice(0, NEAR))?.[1];
  return word === undefined ? null : (WORDS[word] ?? null);
}

/** How many entries each level has; a level that there is not is 0. */
export function countLevels(entries: readonly LogEntry[]): Readonly<Record<Level, number>> {
  const counts: Record<Level, number> = { ERROR: 0, WARNING: 0, INFO: 0, DEBUG: 0 };
  for (const { level } of entries) if (level !== null) counts[level]++;
  return counts;
}

/** A filter is offered where the name says log, or where several lines have a level; never for a traceback. */
export function isLog(name: string, entries: readonly LogEntry[]): boolean {
  if (/traceback/i.test(name)) return false;
  const withLevel = entries.filter(({ level }) => level !== null).length;
  return withLevel > 0 && (/log/i.test(name) || withLevel >= 3);
}

export function filterLog(entries: readonly LogEntry[], hidden: ReadonlySet<Level>): string {
  const shown = entries.filter(({ level }) => level === null || !hidden.has(level));
  return shown.map(({ text }) => text).join('\n');
}

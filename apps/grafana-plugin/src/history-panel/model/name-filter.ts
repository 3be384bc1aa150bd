/** What the filter box holds, ready to be asked. */
export interface NameFilter {
  readonly matches: (name: string) => boolean;
  /** What is wrong with a regular expression; then nothing is filtered. */
  readonly problem: string | null;
}

/**
 * Words, all of which a name must contain, whatever their case; a word with a minus before it must be missing.
 * Between two slashes stands a regular expression: `/test_(boot|reboot)$/`.
 */
export function readNameFilter(text: string): NameFilter {
  const trimmed = text.trim();
  const expression = /^\/(.+)\/$/s.exec(trimmed)?.[1];
  return expression === undefined ? wordsFilter(trimmed) : expressionFilter(expression);
}

function wordsFilter(text: string): NameFilter {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const unwanted = words.filter((word) => word.startsWith('-') && word.length > 1).map((word) => word.slice(1));
  const wanted = words.filter((word) => !word.startsWith('-') || word.length === 1);
  return {
    problem: null,
    matches: (name) => {
      const lower = name.toLowerCase();
      return wanted.every((word) => lower.includes(word)) && !unwanted.some((word) => lower.includes(word));
    },
  };
}

function expressionFilter(expression: string): NameFilter {
  try {
    const compiled = new RegExp(expression, 'i');
    return { problem: null, matches: (name) => compiled.test(name) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), matches: () => true };
  }
}

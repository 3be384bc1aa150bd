/** What a report says of a duration. */
export interface ReadSeconds {
  /** `null` = not known. */
  readonly seconds: number | null;
  /** Why it is not known, or what was guessed; `null` = nothing is wrong, or nothing was given. */
  readonly problem: string | null;
}

const NOTHING: ReadSeconds = { seconds: null, problem: null };
/** No test takes ten years; times have to stay numbers that are exact. */
const MAX_SECONDS = 10 * 366 * 86_400;
const PLAIN = /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** Maven's surefire writes 1234.5 as `1,234.5`, whatever the language. */
const GROUPED = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
const COMMA = /^\d+,\d+$/;
/** Either 1,234 seconds, or one and a bit in half of Europe. */
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/;

/** Reads the `time` of a test or rerun; what cannot be read is no duration. */
export function readSeconds(text: string | null): ReadSeconds {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return NOTHING;
  const seconds = numberOf(trimmed);
  if (seconds === null || seconds > MAX_SECONDS) {
    return { seconds: null, problem: `time: expected seconds, found ${quote(trimmed)}; the test has no duration` };
  }
  if (!AMBIGUOUS.test(trimmed)) return { seconds, problem: null };
  return { seconds, problem: `time: ${quote(trimmed)} was read as ${seconds} seconds, with a comma between thousands` };
}

function numberOf(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text) || AMBIGUOUS.test(text)) return Number(text.replaceAll(',', ''));
  return COMMA.test(text) ? Number(text.replace(',', '.')) : null;
}

/** For messages. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

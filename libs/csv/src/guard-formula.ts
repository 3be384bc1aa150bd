/** What spreadsheets may take for the start of a formula, full-width signs included, and our own mark. */
const RISKY = /^(?:['\t\r]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * Puts an apostrophe before a text that a spreadsheet would run as a formula: names of tests come from whoever may upload.
 * A text that begins with an apostrophe gets one more, so that taking one off gives every text back.
 */
export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text as it was before `guardFormula()`. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

/** A number of microseconds as Python prints it in seconds: `100.0`, `0.25`, `1e-06`. */
export function pythonSeconds(micros: number): string {
  const seconds = micros / 1e6;
  if (Number.isInteger(seconds)) return `${seconds}.0`;
  if (seconds >= 1e-4) return String(seconds);
  return seconds.toExponential().replace(/e-(\d)$/, 'e-0$1');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Printable ASCII in which nothing has to be escaped: nearly every test id. */
const PLAIN = /^[ -&(-[\]-~]*$/;

/** What Python's `repr` gives of the bytes of a text in UTF-8, each taken for a character of its own. */
export function pythonRepr(utf8Text: string): string {
  if (PLAIN.test(utf8Text)) return `'${utf8Text}'`;
  const text = Array.from(new TextEncoder().encode(utf8Text), (byte) => String.fromCharCode(byte)).join('');
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[^!-[\]-~¡-¬®-ÿ ]/g, escapeCharacter);
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

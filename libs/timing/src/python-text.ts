/** A number of microseconds as Python prints it in seconds: `100.0`, `0.25`, `1e-06`. */
export function pythonSeconds(micros: number): string {
  const seconds = micros / 1e6;
  if (Number.isInteger(seconds)) return `${seconds}.0`;
  if (seconds >= 1e-4) return String(seconds);
  return seconds.toExponential().replace(/e-(\d)$/, 'e-0$1');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What Python's `repr` gives of a text of which every character stands for one byte. */
export function pythonRepr(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[^!-[\]-~¡-¬®-ÿ ]/g, escapeCharacter);
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Plain text that no layer between the compiler and the server reads as anything but text. */
const PLAIN = /^[\p{L}\p{M}\p{N} _.:,/+=@%&~^|<>?!;{}[\]-]*$/u;

/**
 * What a plain-looking text must still not contain: comment starts, the two notations of dashboard variables,
 * and the words for which Grafana's MySQL datasource refuses a query.
 */
const READ_BY_OTHERS = /--|\/\*|\[\[|\{\{|show\s+grants|current_user|session_user|system_user/i;

/**
 * A text as a MySQL literal. This is the only place that turns outside text into SQL.
 *
 * Grafana expands macros and refuses words in the whole SQL, inside literals too, so everything that is not plainly
 * harmless is written as bytes: `_utf8mb4 0x…`. As an introducer and not as CONVERT() it stays a literal, which takes
 * the collation of the column it is compared with.
 */
export function textLiteral(text: string): string {
  if (PLAIN.test(text) && !READ_BY_OTHERS.test(text)) return `'${text}'`;
  return `_utf8mb4 0x${utf8Hex(text)}`;
}

/** A pattern for LIKE that finds texts starting with `prefix`, whatever wildcards it contains. */
export function prefixPattern(prefix: string): string {
  return textLiteral(`${prefix.replace(/[\\%_]/g, '\\$&')}%`);
}

/** A finite number; anything else is a programming mistake. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number for SQL, found ${value}.`);
  return String(value);
}

/** `column IN (1,2,3)`; an empty list finds nothing. */
export function inKeys(column: string, keys: readonly number[]): string {
  if (keys.length === 0) return '1=0';
  const bad = keys.find((key) => !Number.isSafeInteger(key));
  if (bad !== undefined) throw new RangeError(`Expected whole numbers as keys for ${column}, found ${bad}.`);
  return `${column} IN (${keys.join(',')})`;
}

/** UTF-8 in hexadecimal; a lone surrogate becomes U+FFFD, as everywhere where text becomes bytes. */
function utf8Hex(text: string): string {
  let hex = '';
  for (const character of text) {
    for (const byte of utf8Bytes(character.codePointAt(0) ?? 0)) hex += byte.toString(16).padStart(2, '0');
  }
  return hex;
}

function utf8Bytes(codePoint: number): number[] {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return [0xef, 0xbf, 0xbd];
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), tail(codePoint)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), tail(codePoint >> 6), tail(codePoint)];
  return [0xf0 | (codePoint >> 18), tail(codePoint >> 12), tail(codePoint >> 6), tail(codePoint)];
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

import { isAscii, isUtf8 } from 'node:buffer';

/** Characters that mean something inside quotes, or that break terminals and logs. */
const SPECIAL = /[\0'\\]/;
const SPECIALS = /[\0'\\]/g;

const ESCAPES: Readonly<Record<string, string>> = { '\0': '\\0', "'": "\\'", '\\': '\\\\' };

/**
 * A string as an SQL literal, for statements with tens of thousands of values.
 * Right for the sessions of this library: utf8mb4, and no NO_BACKSLASH_ESCAPES in sql_mode.
 */
export function textLiteral(text: string): string {
  // Nearly no test name has one, and the test is cheaper than the replacement.
  if (!SPECIAL.test(text)) return `'${text}'`;
  return `'${text.replace(SPECIALS, (character) => ESCAPES[character] ?? character)}'`;
}

export function nullableTextLiteral(text: string | null): string {
  return text === null ? 'NULL' : textLiteral(text);
}

/** Bytes for a BLOB column: as text where they are text, which is half as long as the hexadecimal literal that takes anything. */
export function bytesLiteral(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return textLiteral(buffer.toString('latin1'));
  if (isUtf8(buffer)) return textLiteral(buffer.toString('utf8'));
  return `x'${buffer.toString('hex')}'`;
}

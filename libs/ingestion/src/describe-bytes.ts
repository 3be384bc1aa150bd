const QUOTED_BYTES = 48;

/** Contents that people post by mistake, by their first bytes. */
const SIGNATURES: readonly { readonly what: string; readonly bytes: readonly number[] }[] = [
  { what: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46] },
  { what: 'a ZIP archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'an xz archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { what: 'a bzip2 archive', bytes: [0x42, 0x5a, 0x68] },
  { what: 'a zstd archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: 'an SQLite database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { what: 'an ELF program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

const TEXTS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'an HTML page', pattern: /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i },
  { what: 'a JUnit XML report', pattern: /^\s*(?:<\?xml[^>]*>\s*)?<testsuites?\b/i },
  { what: 'an XML document', pattern: /^\s*<\?xml\b/i },
  { what: 'a JSON document', pattern: /^\s*[[{]\s*(?:["{[\]}\d-]|$)/ },
  { what: 'a TAP report', pattern: /^(?:TAP version \d+|1\.\.\d+|(?:not )?ok \d+)/m },
  {
    what: 'curl arguments: the file name needs an @ before it (--data-binary @FILE)',
    pattern: /^[\w./-]+\.(?:subunit|gz)$/,
  },
];

/** What the bytes look like, and their beginning in quotation marks: `an HTML page, beginning with "<html>…"`. */
export function describeBytes(first: Uint8Array): string {
  const quoted = `beginning with ${quoteBytes(first)}`;
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => first[index] === byte));
  if (signature !== undefined) return `${signature.what}, ${quoted}`;
  if (!looksLikeText(first)) return `binary data, ${quoted}`;
  const text = new TextDecoder().decode(first);
  return `${TEXTS.find(({ pattern }) => pattern.test(text))?.what ?? 'text'}, ${quoted}`;
}

/** The first bytes as a string literal; what is no text as `\xNN`. */
export function quoteBytes(bytes: Uint8Array): string {
  const shown = bytes.subarray(0, QUOTED_BYTES);
  const more = bytes.length > shown.length ? '…' : '';
  if (looksLikeText(shown)) return `${JSON.stringify(new TextDecoder().decode(shown))}${more}`;
  const escaped = Array.from(shown, (byte) => (isPrintable(byte) ? String.fromCharCode(byte) : hexEscape(byte)));
  return `"${escaped.join('')}"${more}`;
}

function looksLikeText(bytes: Uint8Array): boolean {
  const hasControls = bytes.some((byte) => byte < 0x20 && !WHITE_SPACE.has(byte));
  if (hasControls) return false;
  // The last character may be cut.
  return !new TextDecoder().decode(bytes).slice(0, -1).includes('\uFFFD');
}

const WHITE_SPACE = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
}

function hexEscape(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** How the bytes of a document become text. */
export interface Encoding {
  /** As `TextDecoder` knows it. */
  readonly label: string;
  /** Bytes of a character; 0 = it differs (UTF-8). */
  readonly width: 0 | 1 | 2;
  /** What was declared and is not known, so that UTF-8 was taken instead. */
  readonly unknown: string | null;
}

/** The declaration of a document has to end within so many bytes. */
const MAX_DECLARATION_BYTES = 1024;
/** A byte order mark, or `<` in two bytes. */
const UTF_16 = [
  {
    label: 'utf-16le',
    starts: [
      [0xff, 0xfe],
      [0x3c, 0],
    ],
  },
  {
    label: 'utf-16be',
    starts: [
      [0xfe, 0xff],
      [0, 0x3c],
    ],
  },
] as const;
const UTF_8: Encoding = { label: 'utf-8', width: 0, unknown: null };
const DECLARATION = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
const DECLARATION_START = '<?xml';

/** By byte order mark, else by zero bytes, else by what the XML declaration says; `null` = more bytes have to be seen. */
export function detectEncoding(bytes: Uint8Array, isEnd: boolean): Encoding | null {
  if (bytes.length < 4 && !isEnd) return null;
  const wide = UTF_16.find(({ starts }) => starts.some(([a, b]) => bytes[0] === a && bytes[1] === b));
  if (wide !== undefined) return { label: wide.label, width: 2, unknown: null };
  const head = String.fromCharCode(...bytes.subarray(0, MAX_DECLARATION_BYTES));
  const declared = DECLARATION.exec(head)?.[1];
  if (declared !== undefined) return byLabel(declared);
  return !isEnd && bytes.length < MAX_DECLARATION_BYTES && mayDeclare(head) ? null : UTF_8;
}

function mayDeclare(head: string): boolean {
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  const seen = start.slice(0, DECLARATION_START.length);
  return DECLARATION_START.startsWith(seen) && !start.includes('?>');
}

/** The bytes were readable as ASCII, so a declared UTF-16 is an error that .NET's writers of strings make. */
function byLabel(declared: string): Encoding {
  const label = labelOf(declared.trim());
  if (label === null) return { ...UTF_8, unknown: declared };
  if (label === 'utf-8' || label.startsWith('utf-16')) return UTF_8;
  // Of encodings with several bytes a character, places are only about right.
  return { label, width: 1, unknown: null };
}

function labelOf(declared: string): string | null {
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return null;
  }
}

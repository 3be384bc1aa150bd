/**
 * Text is nearly always ASCII and short. Node's native latin-1 reader, where there is one, makes such a string three to
 * five times faster than anything portable, its writer of UTF-8 needs no view of the place; other hosts take the portable way.
 */
interface NativeText {
  readonly latin1Slice?: (this: Uint8Array, start: number, end: number) => string;
  readonly utf8Write?: (this: Uint8Array, text: string, start: number, most: number) => number;
}

const host = globalThis as { readonly Buffer?: { readonly prototype?: NativeText } };

/** The portable way, of which `String.fromCharCode` bounds the number of arguments. */
export function readAsciiPortable(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, end)));
  }
  return text;
}

const latin1Slice = host.Buffer?.prototype?.latin1Slice;

/** Bytes of which none is above 7F. */
export const readAscii =
  latin1Slice === undefined
    ? readAsciiPortable
    : (bytes: Uint8Array, start: number, end: number): string => latin1Slice.call(bytes, start, end);

const utf8 = new TextEncoder();

/** As `writeUtf8`, on any host. */
export function writeUtf8Portable(text: string, bytes: Uint8Array, start: number): number {
  return utf8.encodeInto(text, bytes.subarray(start)).written;
}

const utf8Write = host.Buffer?.prototype?.utf8Write;

/**
 * Writes text at a place that has three bytes free for each character; lone surrogates become U+FFFD.
 *
 * @returns how many bytes it took
 */
export const writeUtf8 =
  utf8Write === undefined
    ? writeUtf8Portable
    : (text: string, bytes: Uint8Array, start: number): number =>
        utf8Write.call(bytes, text, start, bytes.length - start);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `null` where the bytes are no UTF-8 or hold a NUL, which the protocol forbids in text. */
export function readText(bytes: Uint8Array, start: number, end: number): string | null {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x7f) return readUtf8(bytes, start, end);
    if (byte === 0) return null;
  }
  return readAscii(bytes, start, end);
}

function readUtf8(bytes: Uint8Array, start: number, end: number): string | null {
  try {
    const text = strictUtf8.decode(bytes.subarray(start, end));
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text for a person: what is no UTF-8 is replaced by U+FFFD. */
export function readLenientText(bytes: Uint8Array): string {
  return lenientUtf8.decode(bytes);
}

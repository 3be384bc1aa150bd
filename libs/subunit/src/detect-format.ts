import { hasPacket } from './packet-search';
import { readLenientText } from './text';
import { parseDirective } from './v1-directive';
import { parseV1Time } from './v1-time';

/** What a stream is by its content. `text` = neither a packet nor a directive was found. */
export type StreamFormat = 'v2' | 'v1' | 'gzip' | 'text';

const GZIP_MAGIC = [0x1f, 0x8b] as const;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];
}

/**
 * Says what a stream, or the first part of one, is.
 *
 * A packet with a right checksum makes it version 2, whatever else is there; else a line that only the version 1
 * protocol writes makes it version 1.
 */
export function detectFormat(bytes: Uint8Array): StreamFormat {
  if (isGzip(bytes)) return 'gzip';
  if (hasPacket(bytes)) return 'v2';
  return hasDirective(bytes) ? 'v1' : 'text';
}

/**
 * Build logs are full of lines like `test foo ... ok` or `error: no such file`, so one keyword is not enough: a test is
 * begun with a colon, or begun and ended under one label, or a time is given in the protocol's form.
 */
export function hasDirective(bytes: Uint8Array): boolean {
  const labels = new Set<string>();
  for (const line of readLenientText(bytes).split('\n')) {
    const directive = parseDirective(line);
    if (directive?.kind === 'time' && parseV1Time(directive.text) !== null && line.startsWith('time: ')) return true;
    if (directive?.kind === 'test') {
      if (/^test(ing)?: /.test(line)) return true;
      labels.add(directive.label);
    }
    if (directive?.kind === 'outcome' && labels.has(directive.label.replace(/ \[( multipart)?$/, ''))) return true;
  }
  return false;
}

import { Decoder, type DecoderOptions } from './decoder';
import type { StreamItem } from './stream-item';

/** Everything in `bytes`; the items' bytes stay valid. For streams that fit in memory. */
export function decodeAll(bytes: Uint8Array, options: DecoderOptions = {}): StreamItem[] {
  const items: StreamItem[] = [];
  const decoder = new Decoder(collectInto(items), options);
  decoder.push(bytes);
  decoder.end();
  return items;
}

/**
 * Decodes a stream as it arrives; memory stays flat whatever its length.
 *
 * @param source - chunks of any size; the next one is asked for when the items of the last one are taken
 * @returns the items that each chunk completes; their bytes are copies
 */
export async function* decodeStream(
  source: AsyncIterable<Uint8Array>,
  options: DecoderOptions = {},
): AsyncGenerator<StreamItem[], void, undefined> {
  let items: StreamItem[] = [];
  const decoder = new Decoder({ ...collector(() => items) }, options);
  for await (const chunk of source) {
    decoder.push(chunk);
    if (items.length > 0) yield items;
    items = [];
  }
  decoder.end();
  if (items.length > 0) yield items;
}

function collectInto(items: StreamItem[]): ReturnType<typeof collector> {
  return collector(() => items);
}

function collector(current: () => StreamItem[]): {
  onEvent: (event: Extract<StreamItem, { kind: 'event' }>['event'], offset: number) => void;
  onNoise: (bytes: Uint8Array, offset: number) => void;
  onDamage: (damage: Extract<StreamItem, { kind: 'damage' }>['damage']) => void;
} {
  return {
    onEvent: (event, offset) => {
      const fileBytes = event.fileBytes === null ? null : event.fileBytes.slice();
      current().push({ kind: 'event', offset, event: fileBytes === null ? event : { ...event, fileBytes } });
    },
    onNoise: (bytes, offset) => void current().push({ kind: 'noise', offset, bytes: bytes.slice() }),
    onDamage: (damage) => void current().push({ kind: 'damage', damage }),
  };
}

import type { SubunitEvent } from './event';
import { V2Decoder } from './v2-decoder';

/** A chunk may be a whole stream, and mostly its first packet decides. */
const STEP_BYTES = 16 * 1024;

export type SearchResult = 'found' | 'none' | 'open';

/** Looks whether a good packet begins in the first bytes of a stream, in chunks of any size. */
export class PacketSearch {
  private isFound = false;
  private readonly decoder: V2Decoder;

  /** @param within - so many bytes may stand before the packet's first */
  constructor(private readonly within: number) {
    this.decoder = new V2Decoder({
      onEvent: (_event: SubunitEvent, offset: number) => void (this.isFound ||= offset < within),
      onNoise: () => undefined,
      onDamage: () => undefined,
    });
  }

  /** @returns `open` while a packet may still begin in time */
  push(chunk: Uint8Array): SearchResult {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      this.decoder.push(chunk.subarray(at, at + STEP_BYTES));
      if (this.isFound) return 'found';
      if (this.decoder.decidedUpTo >= this.within) return 'none';
    }
    return 'open';
  }

  /** Nothing follows: looks behind claims that were never filled. */
  end(): Exclude<SearchResult, 'open'> {
    this.decoder.end();
    return this.isFound ? 'found' : 'none';
  }
}

/** Whether a good packet is anywhere in `bytes`. */
export function hasPacket(bytes: Uint8Array): boolean {
  const search = new PacketSearch(Number.POSITIVE_INFINITY);
  return search.push(bytes) === 'found' || search.end() === 'found';
}

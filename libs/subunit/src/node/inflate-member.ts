import { constants, createInflateRaw, type InflateRaw } from 'node:zlib';

import type { InputQueue } from './input-queue';

const MIN_SLICE_BYTES = 64;
const MAX_SLICE_BYTES = 16 * 1024;
/** What zlib has expanded of the slice in which it finds an error is lost, so slices stay small beside what was read. */
const SLICE_SHARE = 16;

export type MemberResult = 'ok' | 'truncated' | 'corrupt';

/**
 * Expands the deflate stream of one gzip member and leaves the input right behind it.
 *
 * Node's own gunzip gives nothing at all of a short file with a bad end, and does not say where a member ends.
 */
export async function* inflateMember(input: InputQueue): AsyncGenerator<Uint8Array, MemberResult, undefined> {
  const inflater = new Inflater();
  try {
    let consumed = 0;
    for (;;) {
      const available = await input.peek();
      if (available.length === 0) {
        yield* await inflater.finish();
        return inflater.isFinished ? 'ok' : 'truncated';
      }
      const share = Math.floor(consumed / SLICE_SHARE);
      const slice = available.subarray(0, Math.min(Math.max(share, MIN_SLICE_BYTES), MAX_SLICE_BYTES));
      yield* await inflater.write(slice);
      if (inflater.isCorrupt) return 'corrupt';
      input.skip(inflater.consumed - consumed);
      consumed = inflater.consumed;
      if (inflater.isFinished) return 'ok';
    }
  } finally {
    inflater.close();
  }
}

class Inflater {
  isCorrupt = false;
  isFinished = false;
  private readonly zlib: InflateRaw = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  private output: Uint8Array[] = [];
  private wake: () => void = () => undefined;

  constructor() {
    this.zlib.on('data', (bytes: Uint8Array) => this.output.push(bytes));
    this.zlib.on('end', () => {
      this.isFinished = true;
      this.wake();
    });
    this.zlib.on('error', () => {
      this.isCorrupt = true;
      this.wake();
    });
  }

  /** Bytes of the input that belong to the deflate stream. */
  get consumed(): number {
    return this.zlib.bytesWritten;
  }

  async write(slice: Uint8Array): Promise<Uint8Array[]> {
    const before = this.zlib.bytesWritten;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.zlib.write(slice, () => resolve());
    });
    // zlib leaves bytes alone only behind the end of its stream, and tells so after its last output was taken.
    if (!this.isCorrupt && this.zlib.bytesWritten - before < slice.length) await this.untilEnd();
    return this.takeOutput();
  }

  async finish(): Promise<Uint8Array[]> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.zlib.flush(constants.Z_SYNC_FLUSH, resolve);
    });
    return this.takeOutput();
  }

  close(): void {
    this.zlib.close();
  }

  private async untilEnd(): Promise<void> {
    if (this.isFinished) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }

  private takeOutput(): Uint8Array[] {
    const output = this.output;
    this.output = [];
    return output;
  }
}

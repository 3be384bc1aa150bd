import { getHeapStatistics, setFlagsFromString } from 'node:v8';

const LEAN_PERCENT = 10;
const ROOMY_PERCENT = 100;
/** A heap that is larger holds a large upload, and gets no room to be twice as large. */
const MOST_BYTES_FOR_ROOM = 48 * 1024 * 1024;

/** Garbage is collected when the heap has grown by a tenth. */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${LEAN_PERCENT}`);
}

/**
 * While this works, garbage is collected when the heap has doubled. An answer of ten thousands of rows keeps little and makes
 * much garbage in a short time: collecting it after a tenth takes longer than everything else together.
 */
export async function inRoom<T>(work: () => Promise<T>): Promise<T> {
  if (getHeapStatistics().used_heap_size < MOST_BYTES_FOR_ROOM)
    setFlagsFromString(`--heap-growing-percent=${ROOMY_PERCENT}`);
  try {
    return await work();
  } finally {
    keepHeapLean();
  }
}

/** The same pieces, each of them made in room; while their reader is waited for, the heap is lean again. */
export async function* withRoom(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const piece = await inRoom(() => pieces.next());
      if (piece.done === true) return;
      yield piece.value;
    }
  } finally {
    await pieces.return(undefined);
  }
}

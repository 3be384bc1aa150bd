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
 * The same pieces; while one is made, garbage is collected when the heap has doubled. A stored run that is written as a stream
 * keeps little and makes much garbage in a short time: collecting it after a tenth takes longer than everything else together.
 * While the reader of the pieces is waited for, the heap is lean again.
 */
export async function* withRoom(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      if (getHeapStatistics().used_heap_size < MOST_BYTES_FOR_ROOM)
        setFlagsFromString(`--heap-growing-percent=${ROOMY_PERCENT}`);
      const piece = await pieces.next().finally(keepHeapLean);
      if (piece.done === true) return;
      yield piece.value;
    }
  } finally {
    await pieces.return(undefined);
  }
}

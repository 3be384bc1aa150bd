import type { IncomingMessage } from 'node:http';
import { AppError } from '@testmetrics/runtime';
import type { UploadTimes } from '../config';
import { ClientGoneError } from './client-gone-error';
import { countIncoming } from './young-buffers';

const TIMED_OUT = Symbol('timed out');

/**
 * The body of a request as it comes in, ended with 408 where the client stalls, trickles, or takes too long in all.
 * Time in which we do not read is not the client's fault and counts only towards the total.
 */
export async function* readBody(request: IncomingMessage, times: UploadTimes): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = request.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
  const pace = new Pace(times);
  try {
    for (;;) {
      const result = await nextWithin(chunks, pace.allowedMs(), () => pace.tooSlow());
      if (result.done === true) return;
      pace.received(result.value.length);
      countIncoming(result.value.length);
      yield result.value;
      pace.waitAgain();
    }
  } finally {
    // Lets go of the request, so that whoever answers early can read on. Not awaited: it may be waiting for a silent client.
    chunks.return?.().catch(() => undefined);
  }
}

/** Watches how fast bytes come while we wait for them. */
class Pace {
  private readonly startedAt = performance.now();
  private waitingSince = this.startedAt;
  private windowMs = 0;
  private windowBytes = 0;

  constructor(private readonly times: UploadTimes) {}

  allowedMs(): number {
    const left = this.times.totalMs - (performance.now() - this.startedAt);
    return Math.max(0, Math.min(this.times.idleMs, left));
  }

  /** @throws {AppError} 408 where the last `idleMs` of waiting brought too little */
  received(bytes: number): void {
    this.windowMs += performance.now() - this.waitingSince;
    this.windowBytes += bytes;
    if (this.windowMs < this.times.idleMs) return;
    const bytesPerSecond = (this.windowBytes * 1000) / this.windowMs;
    if (bytesPerSecond < this.times.minBytesPerSecond)
      throw this.tooSlow(`${Math.round(bytesPerSecond)} bytes a second`);
    this.windowMs = 0;
    this.windowBytes = 0;
  }

  waitAgain(): void {
    this.waitingSince = performance.now();
  }

  tooSlow(found = this.describeSilence()): AppError {
    const { idleMs, totalMs, minBytesPerSecond } = this.times;
    return new AppError('upload_too_slow', 'The stream came too slowly; nothing was stored.', {
      status: 408,
      expected: `at least ${minBytesPerSecond} bytes a second, never ${idleMs} ms of silence, and all of it within ${totalMs} ms`,
      found,
      action: 'write the stream to a file first and post that; operators: see TESTMETRICS_UPLOAD_…',
    });
  }

  private describeSilence(): string {
    const total = Math.round(performance.now() - this.startedAt);
    return total >= this.times.totalMs
      ? `an upload still going after ${total} ms`
      : `${this.times.idleMs} ms without a byte`;
  }
}

async function nextWithin(
  chunks: AsyncIterator<Uint8Array>,
  allowedMs: number,
  timeout: () => AppError,
): Promise<IteratorResult<Uint8Array>> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), allowedMs);
  });
  try {
    const next = chunks.next();
    next.catch(() => undefined);
    const result = await Promise.race([next, alarm]);
    if (result === TIMED_OUT) throw timeout();
    return result;
  } catch (error) {
    throw error instanceof AppError ? error : new ClientGoneError(error);
  } finally {
    clearTimeout(timer);
  }
}

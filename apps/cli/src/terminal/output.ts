import type { Writable } from 'node:stream';
import { isNodeError, OutputClosedError } from '../errors';

const FLUSH_CHARACTERS = 64 * 1024;

/** A stream of text out of the process: joins small writes, waits for a slow reader, notices when the reader has gone. */
export class Output {
  private pending: string[] = [];
  private pendingCharacters = 0;

  constructor(private readonly stream: Writable) {
    // The failure itself comes back from write(); without a listener it would end the process as well.
    stream.on('error', () => undefined);
  }

  /** Only collects: whoever writes much calls `settle` in between. */
  write(text: string): void {
    this.pending.push(text);
    this.pendingCharacters += text.length;
  }

  /** @returns a promise where enough has been collected to be sent, and the reader has to be waited for. */
  settle(): Promise<void> | undefined {
    return this.pendingCharacters < FLUSH_CHARACTERS ? undefined : this.flush();
  }

  /** @throws {OutputClosedError} where nobody reads any more */
  async flush(): Promise<void> {
    if (this.pending.length === 0) return;
    const text = this.pending.join('');
    this.pending = [];
    this.pendingCharacters = 0;
    await this.send(text);
  }

  /** Bytes go out at once, behind the text before them. @throws {OutputClosedError} as `flush()` */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    await this.send(bytes);
  }

  private send(data: string | Uint8Array): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.stream.write(data, (error) => (error ? reject(explain(error)) : resolve()));
    });
  }
}

function explain(error: Error): Error {
  const isGone = isNodeError(error) && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
  return isGone ? new OutputClosedError('nobody reads the output any more', { cause: error }) : error;
}

import { randomBytes } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { UploadError } from '../upload-error';

const NAME = /^testmetrics-spool-(\d+)-[0-9a-f]+$/;
const WINDOW_BYTES = 256 * 1024;

/**
 * Bytes that are written once from the front and read back in any order: in memory while they are few, else in a
 * temporary file that is removed by `close()`.
 */
export class SpoolFile {
  private buffer: Buffer = Buffer.alloc(0);
  private buffered = 0;
  private written = 0;
  private file: { readonly handle: FileHandle; readonly path: string } | null = null;
  /** Bytes of the file around the place that was read last. */
  private window: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
  /** Holds every window in turn. */
  private windowBuffer: Buffer | null = null;

  constructor(
    private readonly directory: string,
    private readonly memoryBytes: number,
  ) {}

  /** Bytes appended so far: the position of the next. */
  get size(): number {
    return this.written + this.buffered;
  }

  /** Whether the bytes outgrew the memory allowed. */
  get isOnDisk(): boolean {
    return this.file !== null;
  }

  /** Takes a copy. Follow it with `drain()` before much more is appended. */
  append(bytes: Uint8Array): void {
    this.reserve(this.buffered + bytes.length);
    this.buffer.set(bytes, this.buffered);
    this.buffered += bytes.length;
  }

  /** Writes what lies in memory beyond the threshold to the file. */
  async drain(): Promise<void> {
    if (this.buffered >= this.memoryBytes) await this.flush();
  }

  /** Bytes that are good until the next are read. */
  async read(start: number, length: number): Promise<Uint8Array> {
    if (start >= this.written) return this.buffer.subarray(start - this.written, start - this.written + length);
    if (start + length > this.written) await this.flush();
    if (length > WINDOW_BYTES) return this.readFile(start, Buffer.allocUnsafe(length));
    if (start < this.window.start || start + length > this.window.start + this.window.bytes.length) {
      this.windowBuffer ??= Buffer.allocUnsafe(WINDOW_BYTES);
      const room = this.windowBuffer.subarray(0, Math.min(WINDOW_BYTES, this.written - start));
      this.window = { start, bytes: room.subarray(0, 0) };
      this.window = { start, bytes: await this.readFile(start, room) };
    }
    const from = start - this.window.start;
    return this.window.bytes.subarray(from, from + length);
  }

  /** Removes the file. Can be called again. */
  async close(): Promise<void> {
    const { file } = this;
    this.file = null;
    this.buffer = Buffer.alloc(0);
    this.windowBuffer = null;
    if (file === null) return;
    await file.handle.close();
    await rm(file.path, { force: true });
  }

  private reserve(bytes: number): void {
    if (bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes, this.buffer.length * 2, 4096));
    larger.set(this.buffer.subarray(0, this.buffered));
    this.buffer = larger;
  }

  private async flush(): Promise<void> {
    try {
      this.file ??= await this.create();
      await writeAll(this.file.handle, this.buffer.subarray(0, this.buffered), this.written);
    } catch (cause) {
      throw spoolError(this.directory, cause);
    }
    this.written += this.buffered;
    this.buffered = 0;
  }

  private async create(): Promise<{ handle: FileHandle; path: string }> {
    const path = join(this.directory, `testmetrics-spool-${process.pid}-${randomBytes(8).toString('hex')}`);
    return { handle: await open(path, 'wx+', 0o600), path };
  }

  private async readFile(start: number, into: Buffer): Promise<Buffer> {
    if (this.file === null) throw new Error('The spool is closed.');
    const { length } = into;
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.file.handle.read(into, done, length - done, start + done);
      if (bytesRead === 0)
        throw new Error(`The spool file ended at ${start + done}, ${length - done} bytes too early.`);
      done += bytesRead;
    }
    return into;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function spoolError(directory: string, cause: unknown): UploadError {
  return new UploadError('spool_unavailable', 'The attachments of this run cannot be set aside.', {
    status: 503,
    retryAfterSeconds: 30,
    expected: 'room in the directory for temporary files',
    found: (cause as NodeJS.ErrnoException).code ?? String(cause),
    action: 'try again later; operators: look at the disk and rights of TESTMETRICS_SPOOL_DIR',
    cause: new Error(`cannot write to ${directory}`, { cause }),
  });
}

/**
 * Removes what uploads of processes that are no more have left behind. Called once, at start.
 *
 * @returns how many files were removed
 */
export async function removeStaleSpools(directory: string): Promise<number> {
  const names = await readdir(directory);
  const stale = names.filter((name) => {
    const pid = Number(NAME.exec(name)?.[1]);
    return Number.isInteger(pid) && (pid === process.pid || !isAlive(pid));
  });
  await Promise.all(stale.map((name) => rm(join(directory, name), { force: true })));
  return stale.length;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

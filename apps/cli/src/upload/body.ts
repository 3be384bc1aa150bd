import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError, explainFileError } from '../errors';

const CHUNK_BYTES = 256 * 1024;

/** What is posted; can be read from its beginning as often as a retry needs it. */
export interface Body {
  readonly bytes: number;
  open(): Readable;
  close(): Promise<void>;
}

/** @param file `-` is standard input, which is copied to disk first, because it cannot be read twice */
export async function openBody(file: string, stdin: Readable): Promise<Body> {
  if (file === '-') return spool(stdin);
  try {
    const handle = await open(file, 'r');
    const { size, isRegular } = await statOf(handle);
    if (isRegular) return bodyOf(handle, size);
    await handle.close();
    // A named pipe or a process substitution: as little repeatable as standard input.
    return await spool(createReadStream(file));
  } catch (error) {
    throw explainFileError(file, error);
  }
}

async function spool(source: Readable): Promise<Body> {
  const directory = await mkdtemp(join(tmpdir(), 'testmetrics-'));
  try {
    const path = join(directory, 'stream');
    await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const handle = await open(path, 'r');
    return bodyOf(handle, (await handle.stat()).size);
  } finally {
    // The open handle keeps the content; with the name gone nothing is left behind, whatever ends this process.
    await rm(directory, { recursive: true });
  }
}

function bodyOf(handle: FileHandle, bytes: number): Body {
  return {
    bytes,
    open: () => Readable.from(readWhole(handle, bytes), { objectMode: false }),
    close: () => handle.close(),
  };
}

/** Reads by position, so that every call starts at the beginning. */
async function* readWhole(handle: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  for (let position = 0; position < bytes;) {
    const size = Math.min(CHUNK_BYTES, bytes - position);
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(size), 0, size, position);
    if (bytesRead === 0)
      throw new CommandError(`expected ${bytes} bytes, found ${position}: the file was cut meanwhile`);
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function statOf(handle: FileHandle): Promise<{ size: number; isRegular: boolean }> {
  const stats = await handle.stat();
  if (stats.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  return { size: stats.size, isRegular: stats.isFile() };
}

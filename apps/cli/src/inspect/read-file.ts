import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { explainFileError } from '../errors';

export interface InputFile {
  /** `null` where it is not known before the end. */
  readonly bytes: number | null;
  /** When it was last written; of standard input, now. */
  readonly writtenAtMicros: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** @param file `-` is standard input */
export async function openInput(file: string, stdin: Readable): Promise<InputFile> {
  if (file === '-') return { bytes: null, writtenAtMicros: Date.now() * 1000, chunks: stdin };
  return { ...(await factsOf(file)), chunks: readFile(file) };
}

async function factsOf(file: string): Promise<Omit<InputFile, 'chunks'>> {
  try {
    const stats = await stat(file);
    return { bytes: stats.isFile() ? stats.size : null, writtenAtMicros: Math.round(stats.mtimeMs) * 1000 };
  } catch (error) {
    throw explainFileError(file, error);
  }
}

async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw explainFileError(file, error);
  }
}

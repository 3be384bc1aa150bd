import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { explainFileError } from '../errors';

export interface InputFile {
  /** `null` where it is not known before the end. */
  readonly bytes: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** @param file `-` is standard input */
export async function openInput(file: string, stdin: Readable): Promise<InputFile> {
  if (file === '-') return { bytes: null, chunks: stdin };
  return { bytes: await sizeOf(file), chunks: readFile(file) };
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const stats = await stat(file);
    return stats.isFile() ? stats.size : null;
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

import { readIdLines } from '@testmetrics/timing';
import { CommandError } from '../errors';
import { openInput } from '../inspect/read-file';
import type { Terminal } from '../terminal/terminal';

/**
 * Ids of tests out of a file, one a line.
 *
 * @param file - `-` is standard input
 * @throws {CommandError} where there is none: a runner that gets no list may run everything
 */
export async function readTestList(file: string, { stdin }: Terminal): Promise<readonly string[]> {
  const ids = readIdLines(Buffer.from(await readBytes(file, stdin)).toString('utf8'));
  if (ids.length > 0) return ids;
  throw new CommandError(
    `${file === '-' ? 'standard input' : file}: expected ids of tests, one a line, found none\n` +
      '  what to do: look at what the runner lists; without a list all tests whose durations are known are shared out',
  );
}

export async function readBytes(file: string, stdin: Terminal['stdin']): Promise<Uint8Array> {
  const { chunks } = await openInput(file, stdin);
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

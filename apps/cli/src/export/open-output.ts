import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError, isNodeError } from '../errors';
import type { Terminal } from '../terminal/terminal';

/** Where bytes go. */
export interface ByteOutput {
  write(bytes: Uint8Array): Promise<void>;
  /** Everything was written. */
  finish(): Promise<void>;
  /** Something went wrong: of a file nothing stays, or what was there before. */
  abandon(): Promise<void>;
}

/** @param file - `undefined` or `-` = standard output */
export async function openOutput(file: string | undefined, { stdout }: Terminal): Promise<ByteOutput> {
  if (file !== undefined && file !== '-') return openFile(file);
  return {
    write: (bytes) => stdout.writeBytes(bytes),
    finish: () => stdout.flush(),
    abandon: () => Promise.resolve(),
  };
}

/** A file appears whole or not at all: it is written beside its place and moved there at the end. */
async function openFile(file: string): Promise<ByteOutput> {
  const explain = (error: unknown): never => {
    throw explainWriteError(file, error);
  };
  const target = await realpath(file).catch(() => file);
  const existing = await stat(target).catch(() => null);
  if (existing !== null && !existing.isFile()) return toHandle(await open(target, 'w').catch(explain), { explain });
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`);
  const handle = await open(temporary, 'wx', existing === null ? 0o666 : existing.mode & 0o777).catch(explain);
  return toHandle(handle, {
    explain,
    settle: () => rename(temporary, target),
    discard: () => rm(temporary, { force: true }),
  });
}

interface Ends {
  readonly explain: (error: unknown) => never;
  readonly settle?: () => Promise<void>;
  readonly discard?: () => Promise<void>;
}

function toHandle(handle: FileHandle, { explain, settle, discard }: Ends): ByteOutput {
  return {
    write: async (bytes) => handle.writeFile(bytes).catch(explain),
    finish: async () => {
      // Full disks and networks may say so only now.
      if (settle !== undefined) await handle.sync().catch(explain);
      await handle.close().catch(explain);
      await settle?.().catch(explain);
    },
    abandon: async () => {
      await handle.close().catch(() => undefined);
      await discard?.();
    },
  };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such directory',
  ENOTDIR: 'a part of its path is no directory',
  EACCES: 'it may not be written by this user',
  EPERM: 'it may not be written by this user',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a directory; name a file in it',
  ENOSPC: 'the disk is full; nothing was left of it',
  EDQUOT: 'the quota is used up; nothing was left of it',
};

function explainWriteError(file: string, error: unknown): unknown {
  const problem = isNodeError(error) ? PROBLEMS[error.code ?? ''] : undefined;
  return problem === undefined ? error : new CommandError(`cannot write ${file}: ${problem}`, { cause: error });
}

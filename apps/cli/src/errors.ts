import { types } from 'node:util';

/** The command was called in a way that cannot work; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something that a person can act on: printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Whoever read our standard output has gone (`| head`): no reason to complain, none to go on. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by this user',
  EISDIR: 'it is a directory; name the files in it',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its symbolic links lead nowhere',
};

/** The operating system's refusal to open or read a file, in words; anything else is returned as it is. */
export function explainFileError(file: string, error: unknown): unknown {
  const problem = isNodeError(error) ? FILE_PROBLEMS[error.code ?? ''] : undefined;
  if (problem === undefined) return error;
  return new CommandError(`cannot read ${file}: ${problem}`, { cause: error });
}

export function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return isError(error) && 'code' in error;
}

/** Also true of errors from another realm, which `instanceof` does not know. */
export function isError(error: unknown): error is Error {
  return types.isNativeError(error) || error instanceof Error;
}

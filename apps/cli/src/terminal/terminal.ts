import type { Readable, Writable } from 'node:stream';
import { Output } from './output';

/** Everything a command may use of the world around it. */
export interface Terminal {
  readonly stdin: Readable;
  /** Data, and nothing but data. */
  readonly stdout: Output;
  readonly stdoutIsTerminal: boolean;
  /** Characters a line, where standard output is a terminal; else `null`, and nothing is shortened. */
  readonly width: number | null;
  /** One line for a person, on standard error. */
  say(line: string): void;
  /** Where a progress bar may be drawn; `null` where no person is looking. */
  readonly progressStream: NodeJS.WriteStream | null;
  readonly env: NodeJS.ProcessEnv;
}

/** Of a terminal that does not tell. */
const DEFAULT_WIDTH = 80;

/** The terminal of this process. */
export function processTerminal(process: NodeJS.Process): Terminal {
  const errors: Writable = process.stderr;
  errors.on('error', () => undefined);
  return {
    stdin: process.stdin,
    stdout: new Output(process.stdout),
    stdoutIsTerminal: process.stdout.isTTY === true,
    width: process.stdout.isTTY === true ? process.stdout.columns || DEFAULT_WIDTH : null,
    say: (line) => void errors.write(`${line}\n`),
    progressStream: process.stderr.isTTY === true ? process.stderr : null,
    env: process.env,
  };
}

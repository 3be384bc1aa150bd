import { Readable, Writable } from 'node:stream';
import { Output } from '../terminal/output';
import type { Terminal } from '../terminal/terminal';

export interface FakeTerminal extends Terminal {
  /** Everything written to standard output so far. */
  printed(): string;
  printedBytes(): Buffer;
  readonly said: readonly string[];
}

/** A terminal that keeps what is written; no person looks at it. */
export function fakeTerminal({
  stdin = '',
  env = {},
  width = null,
}: { stdin?: string | Uint8Array; env?: NodeJS.ProcessEnv; width?: number | null } = {}): FakeTerminal {
  const chunks: Buffer[] = [];
  const said: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: new Output(sink),
    stdoutIsTerminal: width !== null,
    width,
    say: (line) => void said.push(line),
    progressStream: null,
    env,
    printed: () => Buffer.concat(chunks).toString('utf8'),
    printedBytes: () => Buffer.concat(chunks),
    said,
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';

/** What one pass over the file gave. */
export interface Pass {
  readonly events: number;
  readonly seconds: number;
}

/**
 * A process that decodes one file each time it is asked, and times that itself.
 *
 * It lives through all repetitions: no start of a process, no first reading of the file and no first compilation is
 * measured.
 */
export class Contestant {
  private readonly process: ChildProcess;
  private readonly lines: Interface;
  private readonly end: Promise<never>;
  private errors = '';

  constructor(
    readonly name: string,
    program: string,
    parameters: readonly string[],
  ) {
    this.process = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stderr?.on('data', (text: Buffer) => (this.errors += text.toString()));
    if (this.process.stdout === null) throw new Error(`${name}: expected its output in a pipe, found none`);
    this.lines = createInterface({ input: this.process.stdout });
    this.end = once(this.process, 'close').then(() => {
      throw new Error(`${name}: expected an answer, found the end of the process: ${this.errors.slice(-500)}`);
    });
    this.end.catch(() => undefined);
  }

  async decode(): Promise<Pass> {
    const answer = once(this.lines, 'line');
    this.process.stdin?.write('\n');
    const [line] = (await Promise.race([answer, this.end])) as [string];
    const [events = NaN, seconds = NaN] = line.split(' ').map(Number);
    return { events, seconds };
  }

  stop(): void {
    this.process.stdin?.end();
  }
}

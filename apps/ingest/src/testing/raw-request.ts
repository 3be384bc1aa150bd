import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface RawReply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A connection on which a test sends whatever it likes, as slowly as it likes. */
export class RawClient {
  private readonly socket: Socket;
  private received = '';
  private readonly closed: Promise<void>;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1' });
    this.socket.setEncoding('utf8').on('data', (text: string) => (this.received += text));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  /** Everything that came so far. */
  get text(): string {
    return this.received;
  }

  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  send(bytes: Uint8Array | string): void {
    this.socket.write(bytes);
  }

  /** Ends the connection as a killed process does. */
  die(): void {
    this.socket.resetAndDestroy();
  }

  /** Waits until the service ends the connection or a whole reply is there. */
  async reply(): Promise<RawReply> {
    const isWhole = (): boolean => parse(this.received) !== null;
    while (!isWhole() && !this.socket.destroyed) {
      await Promise.race([this.closed, new Promise((resolve) => setTimeout(resolve, 10))]);
    }
    const reply = parse(this.received);
    if (reply === null) throw new Error(`Expected a whole reply, found ${JSON.stringify(this.received)}.`);
    return reply;
  }
}

function parse(text: string): RawReply | null {
  const start = text.replace(/^HTTP\/1.1 100 Continue\r\n\r\n/, '');
  const end = start.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = start.slice(0, end).split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = start.slice(end + 4);
  const length = Number(headers.get('content-length') ?? 0);
  return Buffer.byteLength(body) < length ? null : { status: Number(statusLine.split(' ')[1]), headers, body };
}

import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenUpload {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Cuts the connection instead. */
  readonly hangUp?: boolean;
  /** Answers before the body has been read. */
  readonly early?: boolean;
}

/** An ingest service that answers as it is told and remembers what it was sent. */
export class FakeService {
  readonly seen: SeenUpload[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(answers: readonly Answer[]): Promise<FakeService> {
    const left = [...answers];
    const server = createServer((request, response) => {
      const { status, headers = {}, body = {}, hangUp = false, early = false } = left.shift() ?? { status: 500 };
      const reply = (): void => {
        if (hangUp) return void request.socket.destroy();
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      if (early) return reply();
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', 'http://fake');
        service.seen.push({ url, headers: request.headers, body: Buffer.concat(chunks) });
        reply();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const service = new FakeService(server, `http://127.0.0.1:${port}`);
    return service;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const RUN_ID = '0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a';

export function storedRun(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: RUN_ID,
    duplicate: false,
    complete: true,
    tests: { total: 3, success: 2, fail: 1, skip: 0, xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0 },
    damage: [],
    ...overrides,
  };
}

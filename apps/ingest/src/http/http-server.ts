import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@testmetrics/runtime';
import type { Logger } from '@testmetrics/runtime';
import { onClientError } from './client-error';

const SWEEP_MS = 100;

const TIMES = {
  // How long a body may take is decided where it is read.
  requestTimeout: 0,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 1000,
} as const;

export interface HttpServerOptions {
  readonly listener: RequestListener;
  readonly maxHeaderBytes: number;
  /** How long the head of a request may take. */
  readonly headerMs: number;
  readonly logger: Logger;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A Node server with limits on what a client may send before a handler sees it. */
export class HttpServer {
  private readonly server: Server;
  private readonly replies = new Set<ServerResponse>();

  constructor({ listener, maxHeaderBytes, headerMs, logger }: HttpServerOptions) {
    const handle: RequestListener = (request, response) => {
      this.replies.add(response);
      response.once('close', () => this.replies.delete(response));
      if (!this.server.listening) announceEnd(response);
      listener(request, response);
    };
    this.server = createServer({ ...TIMES, headersTimeout: headerMs, maxHeaderSize: maxHeaderBytes }, handle);
    this.server.on('clientError', onClientError(logger));
    // A client that asks first is answered by the same handler; only an upload that is taken says "continue".
    this.server.on('checkContinue', handle);
    this.server.on('checkExpectation', handle);
  }

  /** @returns the URL under which the service is reached */
  listen({ host, port }: ListenAddress): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen({ host, port }, cause)));
      this.server.listen(port, host, () => resolve(urlOf(this.server.address() as AddressInfo)));
    });
  }

  /** Takes no more connections, lets those at work finish, and ends idle ones at once. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      // A connection kept alive is idle as soon as its last reply is out.
      const sweep = setInterval(() => this.server.closeIdleConnections(), SWEEP_MS);
      this.server.close(() => {
        clearInterval(sweep);
        resolve();
      });
      this.replies.forEach(announceEnd);
    });
  }
}

/** Tells the client that its connection takes no more requests. */
function announceEnd(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function cannotListen({ host, port }: ListenAddress, cause: NodeJS.ErrnoException): AppError {
  return new AppError('cannot_listen', `The service cannot listen on ${host}, port ${port}.`, {
    expected: 'a free port on an address of this machine',
    found: cause.code ?? cause.message,
    action: 'set HOST and PORT; PORT=0 takes any free port',
    cause,
  });
}

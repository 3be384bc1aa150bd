import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@testmetrics/runtime';
import type { Logger } from '@testmetrics/runtime';
import { onClientError } from './client-error';

const HEADERS_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 10_000;

export interface HttpServerOptions {
  readonly listener: RequestListener;
  readonly maxHeaderBytes: number;
  readonly logger: Logger;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A Node server with limits on what a client may send before a handler sees it. */
export function createHttpServer({ listener, maxHeaderBytes, logger }: HttpServerOptions): Server {
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: HEADERS_TIMEOUT_MS,
      // How long a body may take is decided where it is read.
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 1000,
    },
    listener,
  );
  server.on('clientError', onClientError(logger));
  // A client that asks first is answered by the same handler; only an upload that is taken says "continue".
  server.on('checkContinue', listener);
  server.on('checkExpectation', listener);
  return server;
}

/** @returns the URL under which the service is reached */
export function listen(server: Server, { host, port }: ListenAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen({ host, port }, cause)));
    server.listen(port, host, () => resolve(urlOf(server.address() as AddressInfo)));
  });
}

/** Takes no more connections, lets those at work finish, and ends idle ones at once. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
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

import type { IncomingMessage } from 'node:http';
import { AppError } from '@testmetrics/runtime';
import { isLoopbackAddress, isLoopbackHost } from './loopback';
import { findTokenName } from './write-tokens';
import type { WriteToken } from './write-tokens';

/** Who writes, for the log. */
export const LOOPBACK_WRITER = 'loopback';

/**
 * Says who may write: with tokens the bearer of one; without, only this machine's own programs.
 *
 * @returns the writer's name
 * @throws {AppError} 401 or 403
 */
export function checkWriteAccess(request: IncomingMessage, tokens: readonly WriteToken[]): string {
  if (tokens.length === 0) return checkLoopback(request);
  const secret = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  const name = secret === undefined ? null : findTokenName(tokens, secret);
  if (name !== null) return name;
  throw new AppError('unauthorized', 'Writing needs a token.', {
    status: 401,
    expected: 'the header "Authorization: Bearer TOKEN" with a token of this service',
    found: secret === undefined ? 'no bearer token' : 'a token that this service does not know',
    action: 'ask the operators of the service for a token',
  });
}

function checkLoopback(request: IncomingMessage): string {
  const problem = loopbackProblem(request);
  if (problem === null) return LOOPBACK_WRITER;
  throw new AppError('forbidden', 'Only programs on the machine of the service may write.', {
    status: 403,
    expected: 'a request from the same machine',
    found: problem,
    action: 'post from that machine; operators: set TESTMETRICS_WRITE_TOKENS to let others write',
  });
}

/** A web page or a proxy on this machine speaks for others: what it passes on does not count as local. */
function loopbackProblem({ socket, headers }: IncomingMessage): string | null {
  if (!isLoopbackAddress(socket.remoteAddress)) return `a request from ${socket.remoteAddress ?? 'nowhere'}`;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
    return 'a request passed on by a proxy';
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '' && !isLoopbackHost(host)) return `a request for the host ${JSON.stringify(host)}`;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`)
    return `a request of the web page ${JSON.stringify(origin)}`;
  return null;
}

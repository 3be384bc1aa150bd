import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_CONTENT_TYPE } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import type { Logger } from '@testmetrics/runtime';
import { toProblem } from './problem';

/** What Node's parser says of bytes that are no request it can hand on. */
interface ParserError extends Error {
  readonly code?: string;
}

/**
 * Answers requests that are so broken that no handler ever sees them, in the same form as all other problems.
 * Node would send a bare status line.
 */
export function onClientError(logger: Logger) {
  return (error: ParserError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const requestId = randomUUID();
    const { body } = toProblem(explain(error), requestId);
    logger.info({ requestId, code: body.code, reason: error.code }, 'request refused');
    const text = JSON.stringify(body);
    socket.end(
      `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status] ?? 'Error'}\r\n` +
        `Content-Type: ${PROBLEM_CONTENT_TYPE}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` +
        `X-Request-Id: ${requestId}\r\nConnection: close\r\n\r\n${text}`,
    );
  };
}

function explain(error: ParserError): AppError {
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    return new AppError('header_too_large', 'The head of the request is too large.', {
      status: 431,
      expected: 'a URL and headers within the limit of the service',
      found: 'more',
      action: 'shorten the metadata; operators: raise TESTMETRICS_MAX_HEADER',
    });
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new AppError('request_too_slow', 'The head of the request did not come in time.', {
      status: 408,
      expected: 'the whole head of the request within seconds',
      found: 'a part of it',
      action: 'send it at once',
    });
  }
  return new AppError('bad_request', 'This is no HTTP request.', {
    status: 400,
    expected: 'HTTP/1.1',
    found: `${error.code ?? 'something else'} (${error.message})`,
    action: 'check the client, the chunk sizes of its body, and that the URL begins with http://',
  });
}

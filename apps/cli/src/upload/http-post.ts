import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Body } from './body';

/** Longer than any commit takes: a silence of this length means that the connection is dead. */
const IDLE_TIMEOUT_MS = 300_000;
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly onSent?: (bytes: number) => void;
}

/**
 * Posts a body once. A reply that comes before the whole body is sent (a refusal) ends the sending.
 *
 * @throws the system's error where the connection failed before a whole reply was there
 */
export function post(url: URL, body: Body, { headers, onSent }: PostOptions): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, { method: 'POST', headers: { ...headers, 'content-length': String(body.bytes) } });
    const source = body.open();
    const finish = (settle: () => void): void => {
      source.destroy();
      request.destroy();
      settle();
    };
    const fail = (error: Error): void => finish(() => reject(error));
    let answered = false;
    request.setTimeout(IDLE_TIMEOUT_MS, () =>
      request.destroy(new Error(`no answer within ${IDLE_TIMEOUT_MS / 1000} s`)),
    );
    request.on('error', (error) => (answered ? undefined : fail(error)));
    request.on('response', (response) => {
      answered = true;
      source.unpipe(request);
      readText(response).then((text) => finish(() => resolve(replyOf(response, text))), fail);
    });
    source.on('error', fail);
    source.on('data', (chunk) => onSent?.(chunk.length));
    source.pipe(request satisfies ClientRequest);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_REPLY_BYTES) throw new Error(`expected a reply of at most ${MAX_REPLY_BYTES} bytes, found more`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function replyOf({ statusCode, headers }: IncomingMessage, text: string): HttpReply {
  return { status: statusCode ?? 0, headers, text };
}

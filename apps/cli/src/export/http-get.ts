import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A page is read in less; a silence of this length means that the connection is dead. */
const IDLE_TIMEOUT_MS = 120_000;
const MAX_PROBLEM_BYTES = 1024 * 1024;

export interface StreamReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** The body, decompressed. Fails where the connection ends before the body does. */
  readonly body: Readable;
}

/**
 * Asks for a body that is read while it comes.
 *
 * @throws the system's error where no reply came
 */
export function getStream(url: URL, headers: Readonly<Record<string, string>>): Promise<StreamReply> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, { headers: { ...headers, 'accept-encoding': 'gzip' } });
    request.setTimeout(IDLE_TIMEOUT_MS, () =>
      request.destroy(new Error(`no answer within ${IDLE_TIMEOUT_MS / 1000} s`)),
    );
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode, headers } = response;
      resolve({ status: statusCode ?? 0, headers, body: decompressed(response) });
    });
    request.end();
  });
}

function decompressed(response: IncomingMessage): Readable {
  if (response.headers['content-encoding'] !== 'gzip') return response;
  // What fails here fails there too, where it is read.
  return pipeline(response, createGunzip(), () => undefined);
}

/** The text of a refusal. */
export async function readRefusal({ body }: StreamReply): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_PROBLEM_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

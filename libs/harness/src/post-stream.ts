import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Posted {
  readonly status: number;
  readonly text: string;
  /** From the first byte sent to the last byte of the answer. */
  readonly seconds: number;
}

/** Posts bytes that may be made while they are sent; nothing is kept. */
export async function postStream(url: string, body: Buffer | Iterable<Uint8Array>): Promise<Posted> {
  const started = performance.now();
  const headers = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : {};
  const post = request(url, { method: 'POST', headers: { 'content-type': 'application/vnd.subunit', ...headers } });
  const answer = readAnswer(post);
  await Promise.race([sendBody(post, body), answer]);
  return { ...(await answer), seconds: (performance.now() - started) / 1000 };
}

async function sendBody(post: NodeJS.WritableStream, body: Buffer | Iterable<Uint8Array>): Promise<void> {
  if (Buffer.isBuffer(body)) {
    post.end(body);
    return;
  }
  await pipeline(Readable.from(body, { objectMode: false, highWaterMark: 256 * 1024 }), post);
}

function readAnswer(post: ReturnType<typeof request>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    post.on('error', reject);
    post.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
  });
}

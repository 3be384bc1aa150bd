import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, isError, UsageError } from '../errors';
import { getStream } from '../export/http-get';
import { defaultUrl } from '../service-url';
import type { Terminal } from '../terminal/terminal';
import { describeRefusal } from '../upload/problem';
import { retryAfterMs } from '../upload/retry';
import type { Request } from './question';
import type { Source } from './source';

/** Who has to wait longer than this rather wants to know it. */
const MAX_WAIT_MS = 5_000;
const TRIES = 4;

interface TextReply {
  readonly status: number;
  readonly headers: Awaited<ReturnType<typeof getStream>>['headers'];
  readonly text: string;
}

/** The service. Nothing is sent before something is asked. */
export function openServiceSource(url: string | undefined, terminal: Terminal): Source {
  const base = (url ?? defaultUrl(terminal)).replace(/\/+$/, '');
  return {
    ask: async (question, request) => {
      const { text } = await get(addressOf(base, question.path(request.args), request.pairs));
      return { text, body: parseBody(text, base) };
    },
    askCsv: async (question, request) => {
      const pairs = [...request.pairs, ['format', 'csv'] as const];
      const { text, headers } = await get(addressOf(base, question.path(request.args), pairs));
      return { text, next: nextCursor(headers['link']) };
    },
    close: () => Promise.resolve(),
  };
}

function addressOf(base: string, path: string, pairs: Request<unknown>['pairs']): URL {
  const url = new URL(base + path);
  for (const [key, value] of pairs) url.searchParams.append(key, value);
  return url;
}

async function get(url: URL): Promise<TextReply> {
  for (let tries = 1; ; tries++) {
    const reply = await getOnce(url);
    if (reply.status === 200) return reply;
    const waitMs = retryAfterMs(reply.headers['retry-after']);
    const isWorthWaiting = reply.status === 503 && waitMs > 0 && waitMs <= MAX_WAIT_MS && tries < TRIES;
    if (!isWorthWaiting) throw refusalOf(reply);
    await sleep(waitMs);
  }
}

async function getOnce(url: URL): Promise<TextReply> {
  try {
    const { status, headers, body } = await getStream(url, {});
    const chunks: Buffer[] = [];
    for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
    return { status, headers, text: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    throw new CommandError(
      `no connection to ${url.origin} (${isError(error) ? error.message : String(error)})\n` +
        '  Is the ingest service running there? `npm start` starts one; --url or TESTMETRICS_URL names another.',
      { cause: error },
    );
  }
}

/** What the service calls a bad request is wrong usage here. */
function refusalOf(reply: TextReply): Error {
  const message = describeRefusal(reply);
  return reply.status === 400 ? new UsageError(message) : new CommandError(message);
}

/** The body is taken for what the endpoint promises: a newer service may say more. */
function parseBody<Body extends object>(text: string, base: string): Body {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body as Body;
  } catch {
    // The same as any other answer that is none of the service's.
  }
  throw new CommandError(
    `expected JSON in the answer of ${base}, found ${JSON.stringify(text.slice(0, 80))}\n` +
      '  Is --url the address of the ingest service?',
  );
}

/** The cursor of `Link: <…?cursor=…>; rel="next"`. */
function nextCursor(link: string | string[] | undefined): string | null {
  const [, address = ''] = /<([^>]*)>; rel="next"/.exec([link ?? ''].flat().join()) ?? [];
  return address === '' ? null : new URL(address, 'http://service').searchParams.get('cursor');
}

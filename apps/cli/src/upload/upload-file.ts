import type { Readable } from 'node:stream';
import { formatSeconds } from '../format';
import { showProgress } from '../terminal/progress';
import type { Terminal } from '../terminal/terminal';
import { openBody } from './body';
import type { Body } from './body';
import { post } from './http-post';
import type { HttpReply } from './http-post';
import { describeRefusal, refusalError } from './problem';
import { withRetries } from './retry';
import type { AttemptResult } from './retry';
import { readRunReply } from './run-reply';
import type { RunReply } from './run-reply';

export interface UploadRequest {
  readonly file: string;
  readonly url: URL;
  readonly token: string | undefined;
  readonly retries: number;
}

export interface Uploaded {
  readonly reply: RunReply;
  /** The reply as it came, for `--json`. */
  readonly text: string;
  /** Where the run can be looked at. */
  readonly page: string;
}

/**
 * Posts one file as one run and repeats it until it is stored or refused for good.
 *
 * @throws {CommandError} where it is not stored
 */
export async function uploadFile(request: UploadRequest, terminal: Terminal & { stdin: Readable }): Promise<Uploaded> {
  const { file, url } = request;
  const body = await openBody(file, terminal.stdin);
  try {
    const result = await withRetries(() => postOnce(request, body, terminal), {
      retries: request.retries,
      onRetry: (reason, delayMs) =>
        terminal.say(`${file}: ${describe(reason)}; again in ${formatSeconds(delayMs / 1000)}`),
    });
    if (result.kind === 'broken' || !isStored(result.reply)) throw refusalError(file, url, result);
    return uploaded(result.reply, url);
  } finally {
    await body.close();
  }
}

async function postOnce({ file, url, token }: UploadRequest, body: Body, terminal: Terminal): Promise<HttpReply> {
  const progress = showProgress(terminal, { label: file === '-' ? 'standard input' : file, totalBytes: body.bytes });
  const headers = {
    'content-type': 'application/vnd.subunit',
    accept: 'application/json, application/problem+json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  try {
    return await post(url, body, { headers, onSent: (bytes) => progress.advance(bytes) });
  } finally {
    progress.stop();
  }
}

function isStored({ status }: HttpReply): boolean {
  return status === 200 || status === 201;
}

function uploaded(reply: HttpReply, url: URL): Uploaded {
  const run = readRunReply(reply);
  const location = reply.headers.location ?? `/v1/runs/${run.id}`;
  return { reply: run, text: reply.text.trim(), page: new URL(location, url).href };
}

function describe(reason: AttemptResult): string {
  return reason.kind === 'reply' ? describeRefusal(reason.reply) : `the connection failed (${reason.error.message})`;
}

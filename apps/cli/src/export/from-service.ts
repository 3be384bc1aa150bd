import { CSV_HEADING_LINE, FORMAT_FACTS } from '@testmetrics/exporting';
import type { ExportFormat } from '@testmetrics/exporting';
import { CommandError } from '../errors';
import { describeRefusal } from '../upload/problem';
import type { ExportRequest } from './export-options';
import type { ByteOutput } from './open-output';
import { withoutHead } from './without-head';
import { getStream, readRefusal } from './http-get';
import type { StreamReply } from './http-get';

/** Where one run comes as a stream. */
export function streamUrl(base: string, run: string, format: ExportFormat): URL {
  const url = new URL(`${base.replace(/\/+$/, '')}/v1/runs/${encodeURIComponent(run)}/stream`);
  url.searchParams.set('format', format);
  return url;
}

/** Where the mean times of all tests come. */
function averageUrl(base: string, format: ExportFormat): URL {
  const url = new URL(`${base.replace(/\/+$/, '')}/v1/timing/average`);
  url.searchParams.set('format', format);
  return url;
}

/**
 * Copies the runs from the service, one behind the other; or the mean times of all tests.
 *
 * @throws {CommandError} where one of them does not come, or does not come to its end
 */
export async function exportFromService(
  { base, request }: { readonly base: string; readonly request: ExportRequest },
  output: ByteOutput,
): Promise<void> {
  const { format } = request;
  if (request.kind === 'average') {
    const what = 'the list of mean times';
    const reply = await ask(averageUrl(base, format), what, format);
    for await (const piece of piecesOf(reply, what)) await output.write(piece);
    return;
  }
  for (const [index, run] of request.runs.entries()) {
    const what = `run ${run}`;
    const reply = await ask(streamUrl(base, run, format), what, format);
    const skipped = format === 'csv' && index > 0 ? Buffer.byteLength(CSV_HEADING_LINE) : 0;
    for await (const piece of withoutHead(piecesOf(reply, what), skipped)) await output.write(piece);
  }
}

async function ask(url: URL, what: string, format: ExportFormat): Promise<StreamReply> {
  const reply = await getStream(url, {
    accept: `${FORMAT_FACTS[format].contentType.split(';')[0]}, application/problem+json, */*;q=0.1`,
  }).catch((error: unknown) => {
    throw new CommandError(
      `${what} was not exported: no connection to ${url.origin} (${messageOf(error)})\n` +
        '  Is the ingest service running there? `npm start` starts one; --url or TESTMETRICS_URL names another.',
      { cause: error },
    );
  });
  if (reply.status === 200) return reply;
  const text = await readRefusal(reply);
  throw new CommandError(`${what} was not exported: ${describeRefusal({ ...reply, text })}`);
}

async function* piecesOf({ body }: StreamReply, what: string): AsyncGenerator<Uint8Array> {
  try {
    yield* body as AsyncIterable<Buffer>;
  } catch (error) {
    throw new CommandError(
      `${what} was not exported to its end: the connection ended before the reply did (${messageOf(error)})\n` +
        '  what to do: try again; the log of the service says what happened there',
      { cause: error },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

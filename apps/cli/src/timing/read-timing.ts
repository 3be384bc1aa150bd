import { openReader, timingDocument, timingOf } from '@testmetrics/answers';
import type { TimingQuery } from '@testmetrics/api-contract';
import { parseInstant } from '@testmetrics/domain';
import { findDatabaseUrl } from '../db/database-url';
import { CommandError } from '../errors';
import { getStream } from '../export/http-get';
import { defaultUrl } from '../service-url';
import type { Terminal } from '../terminal/terminal';
import { describeRefusal } from '../upload/problem';
import type { TimingSource } from './timing-options';

type Format = TimingQuery['format'];

/**
 * Expected durations, as the service or the database gives them.
 *
 * @throws {CommandError} where there are none: nothing has been written then
 */
export function readTiming(source: TimingSource, format: Format, terminal: Terminal): Promise<Uint8Array> {
  return source.database === undefined ? fromService(source, format, terminal) : fromDatabase(source, format, terminal);
}

async function fromService(source: TimingSource, format: Format, terminal: Terminal): Promise<Uint8Array> {
  const url = timingUrl(source.url ?? defaultUrl(terminal), source, format);
  try {
    const reply = await getStream(url, {});
    const bytes = await readAll(reply.body);
    if (reply.status === 200) {
      sayLeftOut(Number(reply.headers['x-timing-left-out'] ?? 0), terminal);
      return bytes;
    }
    const text = Buffer.from(bytes).toString('utf8');
    throw new CommandError(`no timing: ${describeRefusal({ ...reply, text })}`);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      `no timing: no connection to ${url.origin} (${error instanceof Error ? error.message : String(error)})\n` +
        '  Is the ingest service running there? `npm start` starts one; --url or TESTMETRICS_URL names another.',
      { cause: error },
    );
  }
}

function timingUrl(
  base: string,
  { job, project = [], branch = [], since, statistic }: TimingSource,
  format: Format,
): URL {
  const url = new URL(`${base.replace(/\/+$/, '')}/v1/timing`);
  url.searchParams.set('job', job);
  for (const name of project) url.searchParams.append('project', name);
  for (const name of branch) url.searchParams.append('branch', name);
  if (since !== undefined) url.searchParams.set('since', since);
  url.searchParams.set('statistic', statistic);
  url.searchParams.set('format', format);
  return url;
}

async function readAll(body: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function fromDatabase(source: TimingSource, format: Format, terminal: Terminal): Promise<Uint8Array> {
  const reader = await openReader(findDatabaseUrl(source.database, terminal.env));
  try {
    const { job, project, branch, statistic } = source;
    const since = source.since === undefined ? undefined : (parseInstant(source.since) ?? undefined);
    const timing = await timingOf(reader.asker, { job, project, branch, since, statistic });
    const { bytes, leftOut } = timingDocument(timing, format);
    sayLeftOut(leftOut.length, terminal);
    return bytes;
  } finally {
    await reader.close();
  }
}

function sayLeftOut(tests: number, { say }: Terminal): void {
  if (tests > 0) say(`left out: ${tests} tests whose names a stream cannot carry`);
}

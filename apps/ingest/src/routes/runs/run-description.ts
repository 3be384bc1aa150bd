import { uploadQuerySchema } from '@testmetrics/api-contract';
import { normalizeRunId, parseInstant, readRunMetadata } from '@testmetrics/domain';
import type { MetadataProblem } from '@testmetrics/domain';
import type { RunDescription } from '@testmetrics/ingestion';
import type { RequestMistake } from '../../http/bad-request-error';
import type { QueryPair } from '../../http/query-pairs';
import { quote, readQuery, throwIfAny } from '../../http/read-query';

const META = 'meta.';

/**
 * Reads what a client says of its run.
 *
 * @throws {BadRequestError} naming every mistake
 */
export function readRunDescription(pairs: readonly QueryPair[]): RunDescription {
  const metadataPairs = pairs
    .filter(([key]) => key.startsWith(META))
    .map(([key, value]) => [key.slice(META.length), value] as const);
  const { metadata, problems } = readRunMetadata(metadataPairs);
  throwIfAny(problems.map(toMistake));
  const others = pairs.filter(([key]) => !key.startsWith(META));
  const query = readQuery(others, uploadQuerySchema, { alsoKnown: ['meta.KEY'] });
  const mistakes: RequestMistake[] = [];
  const description = {
    metadata,
    runId: readRunId(query.run_id, mistakes),
    runAtMicros: readTime('run_at', query.run_at, mistakes),
    artifacts: readArtifacts(query.artifacts, mistakes),
  };
  throwIfAny(mistakes);
  return description;
}

/** A time of a query, in microseconds. */
function readTime(where: string, text: string | undefined, mistakes: RequestMistake[]): number | null {
  if (text === undefined) return null;
  const micros = parseInstant(text);
  if (micros !== null && micros >= 0 && Number.isSafeInteger(micros)) return micros;
  const expected = 'ISO 8601 with a zone, from 1970 on, such as 2026-09-01T03:17:00Z (a + in a URL is written %2B)';
  mistakes.push({ where, code: 'bad_time', expected, found: quote(text) });
  return null;
}

function readRunId(text: string | undefined, mistakes: RequestMistake[]): string | null {
  if (text === undefined) return null;
  const runId = normalizeRunId(text);
  if (runId !== null) return runId;
  const expected = 'a UUID, such as f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
  mistakes.push({ where: 'run_id', code: 'bad_run_id', expected, found: quote(text) });
  return null;
}

function readArtifacts(text: string | undefined, mistakes: RequestMistake[]): string | null {
  if (text === undefined) return null;
  if (/^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text)) return text;
  mistakes.push({
    where: 'artifacts',
    code: 'bad_artifacts',
    expected: 'a URL that begins with http:// or https://',
    found: quote(text),
  });
  return null;
}

function toMistake({ code, key, expected, found }: MetadataProblem): RequestMistake {
  return { where: `${META}${key}`, code: `metadata_${code}`, expected, found };
}

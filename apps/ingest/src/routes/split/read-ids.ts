import type { Request } from 'express';
import { AppError } from '@testmetrics/runtime';
import { readIdLines, unique } from '@testmetrics/timing';
import { z } from 'zod';
import type { UploadTimes } from '../../config';
import { readBody } from '../../http/read-body';

/** A hundred thousand ids of 160 characters. */
const MAX_BYTES = 16 * 1024 * 1024;

const idsSchema = z.array(z.string());

/**
 * The ids of a request's body: a JSON array where its Content-Type says so, else lines.
 *
 * @throws {AppError} 400, 408 or 413
 */
export async function readIds(request: Request, times: UploadTimes): Promise<readonly string[]> {
  const text = await readText(request, times);
  const ids = isJson(request) ? readJson(text) : readIdLines(text);
  if (ids.length > 0) return ids;
  throw new AppError('no_tests', 'The list names no test.', {
    status: 400,
    expected: 'ids of tests, one a line, or a JSON array of them',
    found: text === '' ? 'an empty body' : 'no id in it',
    action: 'send the list of what will be run; without a list, use GET',
  });
}

function isJson({ headers }: Request): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '');
}

function readJson(text: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw badList(cause instanceof Error ? cause.message : 'something else', cause);
  }
  const result = idsSchema.safeParse(value);
  if (result.success) return unique(result.data);
  const [issue] = result.error.issues;
  throw badList(`${issue?.message ?? 'something else'} at ${JSON.stringify(issue?.path ?? [])}`, result.error);
}

function badList(found: string, cause: unknown): AppError {
  return new AppError('bad_list', 'This is no list of tests.', {
    status: 400,
    expected: 'a JSON array of texts',
    found,
    action: 'correct it, or send lines as text/plain',
    cause,
  });
}

async function readText(request: Request, times: UploadTimes): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of readBody(request, times)) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): AppError {
  return new AppError('list_too_large', 'The list is too long.', {
    status: 413,
    expected: `at most ${MAX_BYTES} bytes`,
    found: 'more',
    action: 'send files or classes in place of tests; those are known by the tests in them',
  });
}

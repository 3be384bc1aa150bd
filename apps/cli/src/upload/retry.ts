import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, isError, isNodeError } from '../errors';
import type { HttpReply } from './http-post';

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** A server that asks for more patience than this is down for longer than a CI job should wait. */
const MAX_RETRY_AFTER_MS = 120_000;

const RETRIED_STATUSES = new Set([408, 429, 502, 503, 504]);
/** A wrong name or certificate does not get better by waiting. */
const PERMANENT_ERRORS = new Set(['ENOTFOUND', 'ERR_INVALID_URL', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED']);

export type AttemptResult =
  { readonly kind: 'reply'; readonly reply: HttpReply } | { readonly kind: 'broken'; readonly error: Error };

export interface RetryOptions {
  readonly retries: number;
  readonly onRetry: (reason: AttemptResult, delayMs: number) => void;
  readonly wait?: (delayMs: number) => Promise<unknown>;
  readonly random?: () => number;
}

/** Repeats an upload until it is answered for good. Safe, because the service knows an upload again by its content. */
export async function withRetries(attempt: () => Promise<HttpReply>, options: RetryOptions): Promise<AttemptResult> {
  const { retries, onRetry, wait = sleep, random = Math.random } = options;
  for (let failures = 0; ; failures++) {
    const result = await settle(attempt);
    if (failures >= retries || !isWorthRepeating(result)) return result;
    const delayMs = delayAfter(result, failures, random);
    onRetry(result, delayMs);
    await wait(delayMs);
  }
}

async function settle(attempt: () => Promise<HttpReply>): Promise<AttemptResult> {
  try {
    return { kind: 'reply', reply: await attempt() };
  } catch (error) {
    if (!isError(error)) throw error;
    return { kind: 'broken', error };
  }
}

export function isWorthRepeating(result: AttemptResult): boolean {
  if (result.kind === 'reply') return RETRIED_STATUSES.has(result.reply.status);
  if (result.error instanceof CommandError) return false;
  return !isNodeError(result.error) || !PERMANENT_ERRORS.has(result.error.code ?? '');
}

/** Doubling with a random part, so that many clients do not come back at the same moment; the server's wish counts more. */
function delayAfter(result: AttemptResult, failures: number, random: () => number): number {
  const backoffMs = Math.min(FIRST_DELAY_MS * 2 ** failures, MAX_DELAY_MS) * (0.5 + random() / 2);
  const askedMs = result.kind === 'reply' ? retryAfterMs(result.reply.headers['retry-after']) : 0;
  return Math.round(Math.max(backoffMs, Math.min(askedMs, MAX_RETRY_AFTER_MS)));
}

/** `Retry-After` in either of its forms, seconds or a date; 0 where it says nothing. */
export function retryAfterMs(header: string | undefined, nowMs = Date.now()): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - nowMs);
}

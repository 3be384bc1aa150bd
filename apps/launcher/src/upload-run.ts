import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@testmetrics/runtime';
import { uploadQuery, type GeneratedRun } from '@testmetrics/sample-data';

export interface UploadTarget {
  readonly ingestUrl: string;
  /** Sent as a bearer token; `null` where the service asks for none. */
  readonly token: string | null;
  readonly signal: AbortSignal;
}

const ATTEMPTS = 20;
const RECONNECT_MS = 500;

/**
 * Posts one run as any client would; a service that is busy is asked again later, and so is one that closed a connection
 * that had been idle just when we wanted to use it again. The run's id makes repeats safe.
 */
export async function uploadRun(run: GeneratedRun, { ingestUrl, token, signal }: UploadTarget): Promise<void> {
  const url = `${ingestUrl}/v1/runs?${uploadQuery(run).toString()}`;
  const body = run.stream();
  for (let attempt = 1; ; attempt++) {
    const response = await post(url, { body, token, signal }).catch((error: unknown) => {
      if (signal.aborted || attempt === ATTEMPTS) throw error;
      return null;
    });
    if (response === null) {
      await sleep(RECONNECT_MS, undefined, { signal });
      continue;
    }
    const text = await response.text();
    if (response.ok) return;
    const isBusy = response.status === 503 || response.status === 429;
    if (!isBusy || attempt === ATTEMPTS) {
      throw new AppError(
        'sample_refused',
        `A sample run was refused with status ${response.status}: ${text.slice(0, 500)}`,
      );
    }
    await sleep(1_000 * Math.min(Number(response.headers.get('retry-after')) || 1, 5), undefined, { signal });
  }
}

function post(
  url: string,
  {
    body,
    token,
    signal,
  }: { readonly body: NonNullable<RequestInit['body']>; readonly token: string | null; readonly signal: AbortSignal },
): Promise<Response> {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  return fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream', ...authorization },
    signal,
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { postStream } from '@testmetrics/harness';
import type { Posted } from '@testmetrics/harness';

const PAUSE_MS = 100;

export interface Stored {
  readonly id: string;
  readonly duplicate: boolean;
  readonly tests: Record<string, number>;
  /** How often it had to be sent. */
  readonly tries: number;
}

/** Posts as a CI job does that never gives up: again after every broken connection and every 503. */
export async function uploadUntilStored(url: () => string, query: string, stream: Buffer): Promise<Stored> {
  for (let tries = 1; ; tries++) {
    const posted = await tryPost(`${url()}/v1/runs?${query}`, stream);
    if (posted?.status === 200 || posted?.status === 201) return { ...(JSON.parse(posted.text) as Stored), tries };
    if (posted !== null && posted.status !== 503) {
      throw new Error(`expected 200, 201 or 503, found ${posted.status}: ${posted.text}`);
    }
    await sleep(PAUSE_MS);
  }
}

async function tryPost(url: string, stream: Buffer): Promise<Posted | null> {
  try {
    return await postStream(url, stream);
  } catch {
    // The service died, or the connection to it: nobody knows whether the run is stored.
    return null;
  }
}

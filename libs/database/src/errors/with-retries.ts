import { setTimeout as sleep } from 'node:timers/promises';

import { classifyError, isRetryable } from './classify-error';

export interface RetryOptions {
  /** How often the work is begun in all. Default 5. */
  readonly attempts?: number;
  /** Wait before the second attempt, doubled for each further one, with jitter. Default 20 ms. */
  readonly firstDelayMs?: number;
  /** Whether this unit of work can be begun again at all. Default: yes. */
  readonly canRepeat?: () => boolean;
}

/** Runs a whole transaction, and again after a deadlock or lock wait timeout; what is left then is DatabaseUnavailableError. */
export async function withRetries<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 5, firstDelayMs = 20, canRepeat = () => true } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error) || !canRepeat()) throw classifyError(error);
      await sleep(firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

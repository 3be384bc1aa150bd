import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@testmetrics/runtime';
import type { ServiceProcess } from './service-process';

export interface AwaitOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/** Waits until a URL answers with a good status; throws where the service ends first or takes too long. */
export async function awaitHttp(
  url: string,
  service: ServiceProcess,
  { signal, timeoutMs = 60_000 }: AwaitOptions,
): Promise<void> {
  let hasExited = false;
  void service.exited.then(() => (hasExited = true));
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask(url);
    if (answer === null) return;
    if (hasExited) throw deathOf(service, 'ended before it was ready');
    if (Date.now() > deadline)
      throw deathOf(service, `did not become ready within ${timeoutMs / 1000} s (${url}: ${answer})`);
    await sleep(100);
  }
}

/** `null` where the answer is good, else what was wrong with it. */
async function ask(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok ? null : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What to tell about a service that is not there any more, or never was. */
export function deathOf(service: ServiceProcess, what: string): AppError {
  const lines = service.lastLines();
  const words = lines.length > 0 ? `\nIts last lines:\n${lines.map((line) => `  | ${line}`).join('\n')}` : '';
  return new AppError('service_died', `The ${service.name} ${what}.${words}`, { action: `see ${service.logFile}` });
}

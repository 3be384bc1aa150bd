import { Agent, get } from 'node:http';

export interface Load {
  /** Clients that ask at the same time, each as soon as it has its last answer. */
  readonly clients: number;
  readonly requests: number;
}

export interface Asked {
  /** Milliseconds of each answer, whole body included. */
  readonly ms: readonly number[];
  /** Answers that were not 200, by status, with one body each. */
  readonly errors: ReadonlyMap<number, string>;
  readonly bytes: number;
  readonly seconds: number;
}

/** Asks one address from many clients on connections that stay. */
export async function askTogether(url: string, { clients, requests }: Load): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ms: number[] = [];
  const errors = new Map<number, string>();
  let [left, bytes] = [requests, 0];
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const startedAt = performance.now();
      const { status, body } = await ask(url, agent);
      ms.push(performance.now() - startedAt);
      bytes = body.length;
      if (status !== 200) errors.set(status, body.toString('utf8').slice(0, 300));
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { ms, errors, bytes, seconds: (performance.now() - startedAt) / 1000 };
}

function ask(url: string, agent: Agent): Promise<{ readonly status: number; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** The value that a share of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

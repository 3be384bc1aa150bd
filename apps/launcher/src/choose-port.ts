import { createServer } from 'node:net';
import { AppError } from '@testmetrics/runtime';

/** A port that a service is about to listen on, and the setting that names it. */
export interface PortWish {
  readonly variable: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/**
 * The ports to use, in the order of the wishes.
 *
 * @throws AppError that names every port which is taken
 */
export async function choosePorts(wishes: readonly PortWish[]): Promise<number[]> {
  const found = await Promise.all(wishes.map(tryPort));
  const problems = wishes.flatMap((wish, index) => {
    const reason = found[index];
    return typeof reason === 'string' ? [`  ${wish.variable}: port ${wish.port} of ${wish.host} ${reason}`] : [];
  });
  if (problems.length > 0) {
    const example = wishes.map(({ variable }) => `${variable}=0`).join(' ');
    throw new AppError('port_taken', `Test Metrics cannot listen where it should:\n${problems.join('\n')}`, {
      action: `stop the other program, or choose other ports (0 is any free one): ${example} npm start`,
    });
  }
  return found.map(Number);
}

/** The port, or why it cannot be had. */
function tryPort({ host, port }: PortWish): Promise<number | string> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(explain(error)));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      const chosen = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(chosen));
    });
  });
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return 'is taken by another program';
  if (error.code === 'EACCES') return 'may not be used by this user';
  return `cannot be used (${error.code ?? error.message})`;
}

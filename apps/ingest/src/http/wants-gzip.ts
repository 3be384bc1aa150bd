import type { IncomingMessage } from 'node:http';

/**
 * Whether the client has named gzip as what it can undo. `*` is no such word: what a client writes into a pipe as it
 * came, because it knows nothing of encodings, would be lost on the program behind it.
 */
export function wantsGzip({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const codings = String(headers['accept-encoding'] ?? '').toLowerCase();
  return codings.split(',').some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim());
    return (name === 'gzip' || name === 'x-gzip') && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}

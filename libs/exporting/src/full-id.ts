import type { ExportedAttempt } from '@testmetrics/database';

/** The id as it stood on the wire: the brackets at its end were cut off when the run was stored. */
export function fullId({ test, attrs }: Pick<ExportedAttempt, 'test' | 'attrs'>): string {
  return attrs === null ? test.name : `${test.name}[${attrs}]`;
}

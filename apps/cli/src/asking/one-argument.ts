import { z } from 'zod';

/** Options of a command about one thing, which its only argument names. */
export function oneArgument(what: string) {
  const message = `expected ${what}, and one`;
  return z.looseObject({ args: z.array(z.string().min(1, message)).length(1, message) });
}

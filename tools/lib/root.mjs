import { fileURLToPath } from 'node:url';

/** The top of the checkout; the tools work from wherever they are called. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

import { z } from 'zod';

export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:/i.test(text);
}

/** The value of an option that names a service. */
export function httpUrl(option: string) {
  return z.string().refine(isHttpUrl, {
    error: ({ input }) =>
      `${option}: expected a URL that starts with http:// or https://, found ${JSON.stringify(input)}`,
  });
}

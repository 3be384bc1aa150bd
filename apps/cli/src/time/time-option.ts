import { systemClock } from '@testmetrics/runtime';
import { z } from 'zod';
import { readTime } from './read-time';

const FORMS = 'ISO 8601 with a zone (2026-09-01T03:17:00Z), a day (2026-09-01, UTC), or an age (30 days, 2w, 12h)';

export const SINCE_FLAG = {
  flags: '--since <time>',
  describe: 'only runs since then: 2026-09-01T03:17:00Z, a day, or an age as 2w, "30 days", 12h',
} as const;

export const UNTIL_FLAG = { flags: '--until <time>', describe: 'only runs before then, in the same forms' } as const;

/** The value of an option that is a time in one of the forms of `readTime()`; becomes ISO 8601. */
export function timeOption(option: string) {
  return z.string().transform((text, context): string => {
    const time = readTime(text, systemClock.nowMicros());
    if (time !== null) return time;
    const message = `${option}: expected ${FORMS}, found ${JSON.stringify(text)}`;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  });
}

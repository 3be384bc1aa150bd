import { z } from 'zod';

const UNITS = { '': 1, K: 1024, KiB: 1024, M: 1024 ** 2, MiB: 1024 ** 2, G: 1024 ** 3, GiB: 1024 ** 3 } as const;
const SIZE = /^(\d+(?:\.\d+)?)\s*(|K|KiB|M|MiB|G|GiB)$/;
const TIMES = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const TIME = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/;

/** A whole number between two borders, written in digits. */
export function integerValue({ min, max }: { readonly min: number; readonly max: number }) {
  return z.string().transform((text, context) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    return refuse(context, `expected a whole number from ${min} to ${max}, found ${JSON.stringify(text)}`);
  });
}

/** A number of bytes: `1048576`, `1024K`, `1 MiB`. */
export function bytesValue({ min = 0 }: { readonly min?: number } = {}) {
  return z.string().transform((text, context) => {
    const match = SIZE.exec(text.trim());
    const bytes = match === null ? NaN : Math.round(Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]);
    if (bytes >= min) return bytes;
    return refuse(context, `expected a size of at least ${min} bytes, such as 64 MiB, found ${JSON.stringify(text)}`);
  });
}

/** A span of time in milliseconds: `500ms`, `30s`, `5m`, `1h`. */
export function durationValue({ minMs = 1 }: { readonly minMs?: number } = {}) {
  return z.string().transform((text, context) => {
    const match = TIME.exec(text.trim());
    const millis = match === null ? NaN : Math.round(Number(match[1]) * TIMES[match[2] as keyof typeof TIMES]);
    if (millis >= minMs) return millis;
    return refuse(context, `expected a time of at least ${minMs}ms, such as 30s or 5m, found ${JSON.stringify(text)}`);
  });
}

/** `on` or `off`. */
export function switchValue() {
  return z.string().transform((text, context) => {
    if (text === 'on' || text === 'off') return text === 'on';
    return refuse(context, `expected on or off, found ${JSON.stringify(text)}`);
  });
}

function refuse(context: z.core.$RefinementCtx, message: string): never {
  context.issues.push({ code: 'custom', message, input: context.value });
  return z.NEVER;
}

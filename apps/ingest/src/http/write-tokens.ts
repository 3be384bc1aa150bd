import { createHash, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** A secret that lets its bearer write, kept as a hash only. */
export interface WriteToken {
  readonly name: string;
  readonly secretHash: Buffer;
}

/** Reads `name:secret,name:secret`; the text of a mistake names the token, never the secret. */
export function parseWriteTokens(text: string, context: z.core.$RefinementCtx): readonly WriteToken[] {
  const tokens: WriteToken[] = [];
  for (const [index, part] of text.split(',').entries()) {
    const trimmed = part.trim();
    const colon = trimmed.indexOf(':');
    if (colon < 1 || colon === trimmed.length - 1) {
      refuse(context, `expected name:secret, separated by commas, found entry ${index + 1} of another form`);
      continue;
    }
    const name = trimmed.slice(0, colon);
    if (tokens.some((token) => token.name === name)) refuse(context, `the name ${JSON.stringify(name)} is used twice`);
    tokens.push({ name, secretHash: hash(trimmed.slice(colon + 1)) });
  }
  return tokens;
}

/**
 * The name of the token with this secret, or `null`.
 *
 * Takes the same time whatever the secret and wherever its token stands: hashes are compared, and always all of them.
 */
export function findTokenName(tokens: readonly WriteToken[], secret: string): string | null {
  const given = hash(secret);
  let found: string | null = null;
  for (const { name, secretHash } of tokens) {
    if (timingSafeEqual(secretHash, given)) found = name;
  }
  return found;
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function refuse(context: z.core.$RefinementCtx, message: string): void {
  // The value is a secret: it must not stand in the issue.
  context.issues.push({ code: 'custom', message, input: undefined });
}

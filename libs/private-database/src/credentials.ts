import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Account, Credentials } from './accounts';
import { writePrivateFile } from './private-file';

/** The passwords kept in `file`, made there (readable by its owner only) where it is absent or unreadable as JSON. */
export function loadCredentials(file: string, options: { readonly withAdmin: boolean }): Credentials {
  const kept = readKept(file);
  const credentials: Credentials = {
    owner: kept.owner ?? newAccount('testmetrics'),
    viewer: kept.viewer ?? newAccount('viewer'),
    ...(options.withAdmin ? { admin: kept.admin ?? newAccount('admin') } : {}),
  };
  writePrivateFile(file, `${JSON.stringify(credentials, null, 2)}\n`);
  return credentials;
}

function readKept(file: string): Partial<Record<keyof Credentials, Account>> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return {};
    const entries = Object.entries(parsed).filter(([, account]) => isAccount(account));
    return Object.fromEntries(entries);
  } catch {
    // Lost or half-written passwords are no harm: the server takes new ones at its next start.
    return {};
  }
}

function isAccount(value: unknown): value is Account {
  if (typeof value !== 'object' || value === null) return false;
  const { user, password } = value as Partial<Record<'user' | 'password', unknown>>;
  return typeof user === 'string' && typeof password === 'string' && /^[\w-]+$/.test(user) && /^[\w-]+$/.test(password);
}

function newAccount(user: string): Account {
  return { user, password: randomBytes(24).toString('base64url') };
}

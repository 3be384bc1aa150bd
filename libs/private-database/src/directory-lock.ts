import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { PrivateDatabaseError } from './private-database-error';
import { identifyProcess, isSameProcessAlive, type ProcessIdentity } from './process-identity';

/** Holds a directory for this process until released. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the lock file, or throws `directory_in_use` with the holder's number.
 *
 * A lock whose holder is gone (killed, machine restarted) is taken over.
 */
export function lockDirectory(file: string): DirectoryLock {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identifyProcess(process.pid)), { mode: 0o600 });
  try {
    takeLock(file, own);
  } finally {
    rmSync(own, { force: true });
  }
  return { release: () => rmSync(file, { force: true }) };
}

function takeLock(file: string, own: string): void {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (linkIfAbsent(own, file)) return;
    const holder = readHolder(file);
    if (holder !== null && isSameProcessAlive(holder)) throw inUse(file, holder);
    removeStale(file, own);
  }
  throw new PrivateDatabaseError(
    'directory_in_use',
    `Could not take the lock ${file}: other processes keep taking it.`,
  );
}

/** A hard link is made or it is not: of two processes at once only one gets it. */
function linkIfAbsent(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock aside first: another process may have replaced it by its own in between, which goes back. */
function removeStale(file: string, own: string): void {
  const aside = `${own}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = readHolder(aside);
  if (holder !== null && isSameProcessAlive(holder)) linkIfAbsent(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): ProcessIdentity | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null;
  } catch {
    return null;
  }
}

function inUse(file: string, holder: ProcessIdentity): PrivateDatabaseError {
  const message = `This directory is in use by process ${holder.pid} (lock file ${file}). Stop that process first, or use another directory.`;
  return new PrivateDatabaseError('directory_in_use', message);
}

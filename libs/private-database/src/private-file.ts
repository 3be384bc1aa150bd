import { chmodSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a file only its owner can read; whoever reads it sees the old text or the new one, never half of it. */
export function writePrivateFile(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}

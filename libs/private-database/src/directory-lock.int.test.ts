import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDirectory } from './directory-lock';
import { identifyProcess } from './process-identity';

describe('lockDirectory()', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tm-lock-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('should refuse a second holder and name the first', () => {
    const lock = lockDirectory(join(directory, 'lock'));
    expect(() => lockDirectory(join(directory, 'lock'))).toThrow(`in use by process ${process.pid}`);
    lock.release();
    lockDirectory(join(directory, 'lock')).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('should take over the lock of a process that is gone', async () => {
    const child = spawn('sleep', ['60']);
    const identity = identifyProcess(child.pid ?? 0);
    writeFileSync(join(directory, 'lock'), JSON.stringify(identity));
    expect(() => lockDirectory(join(directory, 'lock'))).toThrow(`in use by process ${child.pid}`);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    lockDirectory(join(directory, 'lock')).release();
  });

  it('should not take a later process of the same number for the holder', () => {
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
    lockDirectory(join(directory, 'lock')).release();
  });

  it('should take over a lock that was only half written', () => {
    writeFileSync(join(directory, 'lock'), '{"pid":');
    lockDirectory(join(directory, 'lock')).release();
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });
});

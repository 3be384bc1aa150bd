import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The versions that still install and run together. */
const PINS = [
  'subunit2sql==1.10.0',
  'sqlalchemy<1.4',
  'oslo.db<11',
  'oslo.config<9',
  'pymysql',
  'testtools<2.6',
  'python-subunit<1.5',
  'setuptools<66',
];

/** Where `subunit2sql` and `sql2subunit` lie, or why there are none. */
export type ReferenceTool = { readonly program: string; readonly reader: string } | { readonly missing: string };

/** subunit2sql in a virtual environment of its own, made at the first call; or why there is none. */
export async function findReferenceTool(environment: string, log: (line: string) => void): Promise<ReferenceTool> {
  const program = join(environment, 'bin', 'subunit2sql');
  const reader = join(environment, 'bin', 'sql2subunit');
  if (existsSync(program)) return { program, reader };
  log(`installing subunit2sql into ${environment}`);
  try {
    await mkdir(dirname(environment), { recursive: true });
    await execute('python3', ['-m', 'venv', environment]);
    await execute(join(environment, 'bin', 'pip'), ['install', '--quiet', ...PINS], { timeout: 300_000 });
    return { program, reader };
  } catch (error) {
    await rm(environment, { recursive: true, force: true });
    return { missing: `subunit2sql could not be installed: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

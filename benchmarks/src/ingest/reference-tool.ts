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

export type ReferenceTool = { readonly program: string } | { readonly missing: string };

/** subunit2sql in a virtual environment of its own, made at the first call; or why there is none. */
export async function findReferenceTool(environment: string, log: (line: string) => void): Promise<ReferenceTool> {
  const program = join(environment, 'bin', 'subunit2sql');
  if (existsSync(program)) return { program };
  log(`installing subunit2sql into ${environment}`);
  try {
    await mkdir(dirname(environment), { recursive: true });
    await execute('python3', ['-m', 'venv', environment]);
    await execute(join(environment, 'bin', 'pip'), ['install', '--quiet', ...PINS], { timeout: 300_000 });
    return { program };
  } catch (error) {
    await rm(environment, { recursive: true, force: true });
    return { missing: `subunit2sql could not be installed: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

/**
 * Loads a stream with the reference and gives the seconds it took, process start included.
 *
 * Without `--store_attachments`: the released tool ends with an exception on every stream that has any.
 */
export async function runReference(program: string, databaseUrl: string, file: string): Promise<number> {
  const connection = databaseUrl.replace(/^mysql:/, 'mysql+pymysql:');
  const started = performance.now();
  await execute(program, ['--database-connection', connection, '--run_meta', 'build_name:benchmark', file], {
    timeout: 1_800_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return (performance.now() - started) / 1000;
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const INSTALL_TIMEOUT_MS = 300_000;

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
  'stestr==3.2.1',
];

/** Where `subunit2sql`, `sql2subunit` and the last `stestr` that knows their database lie, or why there are none. */
export type ReferenceTool =
  { readonly program: string; readonly reader: string; readonly stestr: string } | { readonly missing: string };

/**
 * subunit2sql in a virtual environment of its own, made at the first call; or why there is none.
 *
 * Waits for the installation: jest wants to know which tests there are before it runs any.
 */
export function findReferenceTool(environment: string, log: (line: string) => void): ReferenceTool {
  const program = join(environment, 'bin', 'subunit2sql');
  const reader = join(environment, 'bin', 'sql2subunit');
  const stestr = join(environment, 'bin', 'stestr');
  if (existsSync(program) && existsSync(stestr)) return { program, reader, stestr };
  log(`installing subunit2sql into ${environment}`);
  try {
    mkdirSync(dirname(environment), { recursive: true });
    execFileSync('python3', ['-m', 'venv', environment], { stdio: 'pipe' });
    const pip = ['install', '--quiet', '--retries', '1', '--timeout', '15', ...PINS];
    execFileSync(join(environment, 'bin', 'pip'), pip, { stdio: 'pipe', timeout: INSTALL_TIMEOUT_MS });
    return { program, reader, stestr };
  } catch (error) {
    rmSync(environment, { recursive: true, force: true });
    return { missing: `subunit2sql could not be installed: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Versions that still install and run together on Python 3.11. */
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

const INSTALL_MS = 240_000;

/** The reference's own command line tools, in a virtual environment of their own. */
export class ReferenceTools {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** `subunit2sql`: writes a stream into the database as one run. */
  async store(url: string, file: string, runId: string, metadata: string): Promise<void> {
    const options = ['--run_id', runId, '--run_meta', metadata, file];
    await this.#run('subunit2sql', ['--database-connection', pythonUrl(url), ...options]);
  }

  /** `sql2subunit`: a run of the database as a stream. */
  async load(url: string, runId: string): Promise<Buffer> {
    return this.#run('sql2subunit', ['--database-connection', pythonUrl(url), runId]);
  }

  async #run(tool: string, parameters: readonly string[]): Promise<Buffer> {
    const { stdout } = await promisify(execFile)(join(this.#directory, 'bin', tool), [...parameters], {
      encoding: 'buffer',
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  }
}

/** Installs the tools once per machine and set of pins; where that is not possible, says why. */
export function findReferenceTools(): ReferenceTools | { readonly reason: string } {
  const name = createHash('sha256').update(PINS.join()).digest('hex').slice(0, 12);
  const directory = join(tmpdir(), `testmetrics-reference-${name}`);
  // A virtual environment cannot be moved, so a mark tells whether it is whole.
  const mark = join(directory, 'installed');
  if (existsSync(mark)) return new ReferenceTools(directory);
  try {
    rmSync(directory, { recursive: true, force: true });
    run('python3', ['-m', 'venv', directory]);
    const pip = ['install', '--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '15', ...PINS];
    run(join(directory, 'bin', 'pip'), pip);
    writeFileSync(mark, PINS.join('\n'));
    return new ReferenceTools(directory);
  } catch (error) {
    return { reason: `the reference's tools cannot be installed: ${firstLine(error)}` };
  }
}

function run(command: string, parameters: readonly string[]): void {
  execFileSync(command, [...parameters], { stdio: 'pipe', timeout: INSTALL_MS });
}

/** SQLAlchemy's form of the same URL. */
function pythonUrl(url: string): string {
  return `${url.replace(/^\w+:/, 'mysql+pymysql:')}?charset=utf8mb4`;
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

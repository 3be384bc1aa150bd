import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { benchDirectory } from '../bench-directory';

const execute = promisify(execFile);
const SOURCES = join(__dirname, '../..');

/** How to start a contestant, or why it does not take part. */
export type Found = { readonly program: string; readonly parameters: readonly string[] } | { readonly missing: string };

/** Our decoder, compiled as the service is. */
export async function findOurs(): Promise<Found> {
  const bundle = join(benchDirectory(), 'decode/our-contestant.js');
  await build({
    entryPoints: [join(SOURCES, 'src/decode/our-contestant.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  return { program: process.execPath, parameters: [bundle] };
}

/** python-subunit of the distribution, else of a virtual environment that is made at the first call. */
export async function findPython(log: (line: string) => void): Promise<Found> {
  const parameters = [join(SOURCES, 'src/decode/python-contestant.py')];
  for (const program of ['/usr/bin/python3', 'python3']) if (await hasSubunit(program)) return { program, parameters };
  const environment = join(benchDirectory(), 'decode/venv');
  const program = join(environment, 'bin/python3');
  if (await hasSubunit(program)) return { program, parameters };
  log(`installing python-subunit into ${environment}`);
  try {
    await execute('python3', ['-m', 'venv', environment]);
    const packages = ['python-subunit<1.5', 'testtools<2.6', 'setuptools<66'];
    await execute(program, ['-m', 'pip', 'install', '--quiet', ...packages], { timeout: 300_000 });
    return { program, parameters };
  } catch (error) {
    return { missing: `python-subunit could not be installed: ${firstLine(error)}` };
  }
}

async function hasSubunit(program: string): Promise<boolean> {
  return execute(program, ['-c', 'import subunit']).then(
    () => true,
    () => false,
  );
}

/** `stream`: the crate's reader of streams, as our decoder is one; `memory`: packets where they lie, without chunks. */
export type RustWay = 'stream' | 'memory';

/** The Rust crate, compiled outside the source tree at the first call. */
export async function findRust(way: RustWay, log: (line: string) => void): Promise<Found> {
  const target = join(benchDirectory(), 'decode/rust');
  try {
    await execute('cargo', ['--version']);
  } catch {
    return { missing: 'no cargo here' };
  }
  try {
    log(`compiling the Rust crate into ${target}, for its way '${way}'`);
    const manifest = join(SOURCES, 'decode-rust/Cargo.toml');
    const parameters = [
      'build',
      '--release',
      '--locked',
      '--quiet',
      '--manifest-path',
      manifest,
      '--target-dir',
      target,
    ];
    await execute('cargo', parameters, { timeout: 600_000 });
    return { program: join(target, 'release/decode-rust'), parameters: [way] };
  } catch (error) {
    return { missing: `the crate could not be compiled: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

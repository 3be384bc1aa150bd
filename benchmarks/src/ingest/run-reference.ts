import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

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

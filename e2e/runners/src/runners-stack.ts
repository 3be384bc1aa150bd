import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { builtApp, type IngestProcess, postStream, runCommand, startIngest } from '@testmetrics/harness';
import { startPrivateDatabase } from '@testmetrics/private-database';
import { encodeEvent } from '@testmetrics/subunit';

import { KNOWN_SECONDS } from './demo-suite';
import { RUNNER_ENVIRONMENT } from './find-runners';

export const JOB = 'demo job';

export interface ShellResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The built service with one run of the demo suite, and a shell that knows where it is. */
export interface RunnersStack {
  readonly service: IngestProcess;
  /** Runs a script of bash; `$URL` is the service, `testmetrics` our command. A failure within a pipe is one. */
  shell(directory: string, script: string): Promise<ShellResult>;
  stop(): Promise<void>;
}

export async function startRunnersStack(): Promise<RunnersStack> {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-runners-e2e-database-'));
  const server = await startPrivateDatabase({ directory, durability: 'throwaway', log: () => undefined });
  const migrated = await runCommand(['db', 'migrate'], { DATABASE_URL: server.ownerUrl });
  if (migrated.status !== 0) throw new Error(`db migrate failed: ${migrated.stderr}`);
  const service = await startIngest({ databaseUrl: server.ownerUrl });
  await postKnownTimes(service.url);
  return {
    service,
    shell: (cwd, script) => shell(cwd, script, service.url),
    async stop() {
      await service.stop();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Stores a run in which every test took its time, and waits until it counts. */
async function postKnownTimes(url: string): Promise<void> {
  const start = Date.UTC(2026, 8, 1) * 1000;
  const packets = [...KNOWN_SECONDS].flatMap(([testId, seconds]) => [
    encodeEvent({ testId, status: 'inprogress', timestampMicros: start }),
    encodeEvent({ testId, status: 'success', timestampMicros: start + seconds * 1_000_000 }),
  ]);
  const job = encodeURIComponent(JOB);
  const { status, text } = await postStream(`${url}/v1/runs?meta.build_name=${job}`, Buffer.concat(packets));
  if (status !== 201) throw new Error(`the run was not stored: ${text}`);
  for (let attempt = 0; (await fetch(`${url}/v1/timing?job=${job}`)).status !== 200; attempt++) {
    if (attempt === 200) throw new Error('the run is not counted after 200 attempts');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function shell(cwd: string, script: string, url: string): Promise<ShellResult> {
  const command = `set -euo pipefail\ntestmetrics() { '${process.execPath}' '${builtApp('cli')}' "$@"; }\n${script}`;
  const env = { ...RUNNER_ENVIRONMENT, URL: url, TESTMETRICS_URL: url };
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd, env, encoding: 'buffer' }, (error, stdout, stderr) =>
      resolve({
        status: error === null ? 0 : typeof error.code === 'number' ? error.code : -1,
        stdout,
        stderr: stderr.toString('utf8'),
      }),
    );
  });
}

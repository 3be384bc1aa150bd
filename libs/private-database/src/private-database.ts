import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { accountStatements, type Account, type Credentials } from './accounts';
import { loadCredentials } from './credentials';
import { lockDirectory, type DirectoryLock } from './directory-lock';
import { freePort } from './free-port';
import { initialiseData } from './initialise';
import type { ServerPrograms } from './find-server';
import { ensureServer } from './install-server';
import { layoutOf, type Layout } from './layout';
import { PrivateDatabaseError } from './private-database-error';
import { writePrivateFile } from './private-file';
import { identifyProcess } from './process-identity';
import { serverOptions } from './server-options';
import { keptState, stopOrphan, stopProcess } from './server-process';
import { waitUntilReady } from './wait-until-ready';

export interface PrivateDatabaseOptions {
  /** Everything of this database lives here; made where absent. */
  readonly directory: string;
  /** The schema's name; default `testmetrics`. */
  readonly database?: string;
  /** `durable` (default) keeps every committed transaction through a power cut; `throwaway` is for tests. */
  readonly durability?: 'durable' | 'throwaway';
  /** Also makes an account that may do everything; default false. */
  readonly withAdmin?: boolean;
  /** How long the server may take until it answers, crash recovery included; default 120,000. */
  readonly startTimeoutMs?: number;
  /** Called with one line about each long step. */
  readonly log?: (line: string) => void;
}

/** A running MariaDB server that belongs to this process. */
export interface PrivateDatabase {
  /** May do everything in the schema. */
  readonly ownerUrl: string;
  /** May only read it. */
  readonly viewerUrl: string;
  /** `null` unless asked for with `withAdmin`. */
  readonly adminUrl: string | null;
  readonly port: number;
  readonly socket: string;
  readonly logFile: string;
  readonly pid: number;
  /** Settles when the server is gone, whoever stopped it. */
  readonly exited: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Stops the server cleanly and gives the directory free. May be called again. */
  stop(): Promise<void>;
}

const PORT_ATTEMPTS = 3;

/** Starts the private database of a directory; a server that an earlier, killed process left behind is stopped first. */
export async function startPrivateDatabase(options: PrivateDatabaseOptions): Promise<PrivateDatabase> {
  const layout = layoutOf(options.directory);
  mkdirSync(layout.directory, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(layout.lock);
  try {
    const programs = ensureServer(options.log);
    await stopOrphan(layout, options.log);
    await prepare(layout, programs, options);
    return await start(layout, programs, options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepare(layout: Layout, programs: ServerPrograms, options: PrivateDatabaseOptions): Promise<void> {
  if (!existsSync(layout.data)) options.log?.(`making a MariaDB data directory in ${layout.directory}`);
  rmSync(layout.temporary, { recursive: true, force: true });
  mkdirSync(layout.temporary, { mode: 0o700 });
  await initialiseData(layout, programs, systemUser());
  rmSync(layout.socket, { force: true });
}

async function start(
  layout: Layout,
  programs: ServerPrograms,
  options: PrivateDatabaseOptions,
  lock: DirectoryLock,
): Promise<PrivateDatabase> {
  const database = options.database ?? 'testmetrics';
  const credentials = loadCredentials(layout.credentials, { withAdmin: options.withAdmin ?? false });
  writePrivateFile(layout.accounts, accountStatements(database, credentials));
  const { child, port } = await launch(layout, programs, options, credentials.owner, database);
  rmSync(layout.accounts, { force: true });
  return handle({ layout, child, port, credentials, database, lock });
}

/** Between finding a free port and the server listening on it another program can take it: then with another one. */
async function launch(
  layout: Layout,
  programs: ServerPrograms,
  options: PrivateDatabaseOptions,
  owner: Account,
  database: string,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? keptState(layout)?.port : undefined);
    const child = spawnServer(layout, programs, port, options.durability ?? 'durable');
    try {
      await waitUntilReady({
        child,
        layout,
        port,
        account: owner,
        database,
        timeoutMs: options.startTimeoutMs ?? 120_000,
      });
      return { child, port };
    } catch (error) {
      await stopProcess(child);
      if (attempt === PORT_ATTEMPTS || !isPortTaken(layout)) throw error;
      options.log?.(`port ${port} was taken meanwhile: trying another one`);
    }
  }
}

function spawnServer(
  layout: Layout,
  { server }: ServerPrograms,
  port: number,
  durability: 'durable' | 'throwaway',
): ChildProcess {
  const user = systemUser();
  const text = serverOptions({ layout, port, durability, ...(user === undefined ? {} : { systemUser: user }) });
  writePrivateFile(layout.options, text);
  rmSync(layout.log, { force: true });
  // A process group of its own: Ctrl-C in the terminal is for the process that started us, which then stops the server in order.
  const child = spawn(server, [`--defaults-file=${layout.options}`], { stdio: 'ignore', detached: true });
  child.on('error', () => {
    // Told by waitUntilReady, which listens as well; without this line a later error would end the process.
  });
  const identity = child.pid === undefined ? null : identifyProcess(child.pid);
  if (identity !== null) writePrivateFile(layout.state, JSON.stringify({ ...identity, port }));
  return child;
}

/** MariaDB refuses to run as root unless told so; files in a checkout of root are often out of reach for anyone else. */
function systemUser(): string | undefined {
  return process.getuid?.() === 0 ? 'root' : undefined;
}

function isPortTaken(layout: Layout): boolean {
  try {
    return /Bind on TCP\/IP port|Address already in use/.test(readFileSync(layout.log, 'utf8'));
  } catch {
    return false;
  }
}

interface Running {
  readonly layout: Layout;
  readonly child: ChildProcess;
  readonly port: number;
  readonly credentials: Credentials;
  readonly database: string;
  readonly lock: DirectoryLock;
}

function handle({ layout, child, port, credentials, database, lock }: Running): PrivateDatabase {
  if (child.pid === undefined)
    throw new PrivateDatabaseError('start_failed', 'The server runs without a process number.');
  const url = ({ user, password }: Account, schema: string) =>
    `mysql://${user}:${password}@127.0.0.1:${port}/${schema}`;
  const exited = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null)
      resolve({ status: child.exitCode, signal: child.signalCode });
    child.once('exit', (status, signal) => resolve({ status, signal }));
  });
  let stopping: Promise<void> | null = null;
  return {
    ownerUrl: url(credentials.owner, database),
    viewerUrl: url(credentials.viewer, database),
    adminUrl: credentials.admin ? url(credentials.admin, database) : null,
    port,
    socket: layout.socket,
    logFile: layout.log,
    pid: child.pid,
    exited,
    stop: () => (stopping ??= stopProcess(child).finally(() => lock.release())),
  };
}

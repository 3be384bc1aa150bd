import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of one private database lies. */
export interface Layout {
  readonly directory: string;
  /** MariaDB's own files; exists only once it is completely initialised. */
  readonly data: string;
  readonly temporary: string;
  readonly options: string;
  readonly accounts: string;
  readonly credentials: string;
  readonly lock: string;
  readonly state: string;
  readonly log: string;
  readonly socket: string;
}

/** The length of sun_path less its final NUL: 108 on Linux, 104 elsewhere. */
const LONGEST_SOCKET_PATH = 103;

export function layoutOf(directory: string): Layout {
  const root = resolve(directory);
  return {
    directory: root,
    data: join(root, 'data'),
    temporary: join(root, 'tmp'),
    options: join(root, 'my.cnf'),
    accounts: join(root, 'accounts.sql'),
    credentials: join(root, 'credentials.json'),
    lock: join(root, 'lock'),
    state: join(root, 'server.json'),
    log: join(root, 'mariadb.log'),
    socket: socketPath(root),
  };
}

function socketPath(root: string): string {
  const inside = join(root, 'mariadb.sock');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside;
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(tmpdir(), `testmetrics-${digest}.sock`);
}

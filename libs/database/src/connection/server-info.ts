import { UnsupportedServerError } from '../errors/unsupported-server-error';

export type ServerFlavor = 'mysql' | 'mariadb';

/** What we need to know of the server, read once when connecting. */
export interface ServerInfo {
  readonly flavor: ServerFlavor;
  /** As the server gives it, for people. */
  readonly version: string;
  /** Ids that differ in case, accent or trailing space stay different only under a binary collation without padding. */
  readonly collation: 'utf8mb4_nopad_bin' | 'utf8mb4_0900_bin';
  /** Longest statement, and so longest value, in bytes. */
  readonly maxAllowedPacket: number;
}

const EXPECTED = 'MySQL >= 8.0.17 or MariaDB >= 10.6 with InnoDB';
const OLDEST: Record<ServerFlavor, readonly [number, number, number]> = { mysql: [8, 0, 17], mariadb: [10, 6, 0] };

export interface ServerAnswer {
  readonly version: string;
  readonly maxAllowedPacket: number;
  /** SUPPORT column of information_schema.ENGINES for InnoDB. */
  readonly innodb: string | null;
}

/** Decides from the server's answers whether it will do; throws UnsupportedServerError where not. */
export function readServerInfo(answer: ServerAnswer): ServerInfo {
  const flavor: ServerFlavor = /mariadb/i.test(answer.version) ? 'mariadb' : 'mysql';
  if (!isAtLeast(parseVersion(answer.version), OLDEST[flavor]))
    throw new UnsupportedServerError(EXPECTED, answer.version);
  if (answer.innodb !== 'YES' && answer.innodb !== 'DEFAULT') {
    throw new UnsupportedServerError(EXPECTED, `${answer.version} whose InnoDB is ${answer.innodb ?? 'absent'}`);
  }
  return {
    flavor,
    version: answer.version,
    collation: flavor === 'mariadb' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin',
    maxAllowedPacket: answer.maxAllowedPacket,
  };
}

/** Old replication-friendly MariaDB versions put `5.5.5-` before their own. */
function parseVersion(text: string): readonly number[] {
  const match = /(\d+)\.(\d+)\.(\d+)/.exec(text.replace(/^5\.5\.5-/, ''));
  return match === null ? [0, 0, 0] : match.slice(1).map(Number);
}

function isAtLeast(found: readonly number[], wanted: readonly number[]): boolean {
  for (const [index, part] of wanted.entries()) {
    const difference = (found[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

import { AppError } from '@testmetrics/runtime';

/** Where the database is and who we are there. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  /** A Unix socket, instead of host and port. */
  readonly socketPath: string | null;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Encrypt, and check the server's certificate. */
  readonly tls: boolean;
}

/** DATABASE_URL is not one. The text of the URL is not repeated: it holds a password. */
export class DatabaseUrlError extends AppError {
  constructor(found: string) {
    super('database_url_invalid', 'The database URL cannot be used.', {
      expected: 'mysql://user:password@host:port/database',
      found,
      action:
        'percent-encode special characters; ?socketPath=/run/mysqld/mysqld.sock names a Unix socket, ?tls=true turns TLS on',
    });
  }
}

const PROTOCOLS = ['mysql:', 'mariadb:'];
const PARAMETERS = ['socketPath', 'tls'];

/** Reads `mysql://user:password@host:port/database`. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const url = parse(text);
  const database = decode(url.pathname.slice(1), 'database');
  if (database === '') throw new DatabaseUrlError('a URL that names no database');
  if (/[`\0/]/.test(database)) throw new DatabaseUrlError('a database name with a character that is not allowed');
  return {
    host: decode(url.hostname, 'host').replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: url.port === '' ? 3306 : Number(url.port),
    socketPath: url.searchParams.get('socketPath'),
    user: decode(url.username, 'user') || 'root',
    password: decode(url.password, 'password'),
    database,
    tls: url.searchParams.get('tls') === 'true',
  };
}

function parse(text: string): URL {
  if (!URL.canParse(text)) throw new DatabaseUrlError('text that is no URL');
  const url = new URL(text);
  if (!PROTOCOLS.includes(url.protocol)) throw new DatabaseUrlError(`a URL that starts with ${url.protocol}//`);
  for (const name of url.searchParams.keys()) {
    if (!PARAMETERS.includes(name)) throw new DatabaseUrlError(`the unknown parameter ${JSON.stringify(name)}`);
  }
  return url;
}

function decode(part: string, what: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new DatabaseUrlError(`a ${what} that is not percent-encoded correctly`);
  }
}

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
export class DatabaseUrlError extends Error {
  readonly code = 'database_url_invalid';

  constructor(problem: string) {
    super(
      `The database URL cannot be used: ${problem}. Expected mysql://user:password@host:port/database ` +
        '(percent-encode special characters; ?socketPath=/run/mysqld/mysqld.sock for a Unix socket, ?tls=true for TLS).',
    );
    this.name = 'DatabaseUrlError';
  }
}

const PROTOCOLS = ['mysql:', 'mariadb:'];
const PARAMETERS = ['socketPath', 'tls'];

/** Reads `mysql://user:password@host:port/database`. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const url = parse(text);
  const database = decode(url.pathname.slice(1), 'database');
  if (database === '') throw new DatabaseUrlError('it names no database');
  if (/[`\0/]/.test(database))
    throw new DatabaseUrlError('the name of the database holds a character that is not allowed');
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
  if (!URL.canParse(text)) throw new DatabaseUrlError('it is not a URL');
  const url = new URL(text);
  if (!PROTOCOLS.includes(url.protocol)) throw new DatabaseUrlError(`it starts with ${url.protocol}//`);
  for (const name of url.searchParams.keys()) {
    if (!PARAMETERS.includes(name)) throw new DatabaseUrlError(`the parameter ${JSON.stringify(name)} is unknown`);
  }
  return url;
}

function decode(part: string, what: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new DatabaseUrlError(`the ${what} is not percent-encoded correctly`);
  }
}

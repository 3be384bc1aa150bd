/** A database user with its password. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

export interface Credentials {
  /** May do everything in the one schema. */
  readonly owner: Account;
  /** May only read it: for dashboards. */
  readonly viewer: Account;
  /** May do everything everywhere, makes and drops schemas: only where tests ask for it. */
  readonly admin?: Account;
}

/** A dashboard's question that takes longer than this is stopped by the server. */
const VIEWER_STATEMENT_SECONDS = 60;

/**
 * SQL that brings schema, users and rights to where they should be, whatever was there before.
 *
 * The server runs it at every start before it listens, so that no administrator's password is needed anywhere.
 * One statement a line, as init-file wants it.
 */
export function accountStatements(database: string, credentials: Credentials): string {
  const schema = identifier(database);
  const statements = [
    `CREATE DATABASE IF NOT EXISTS ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    ...account(credentials.owner, `ALL PRIVILEGES ON ${schema}.*`),
    ...account(
      credentials.viewer,
      `SELECT, SHOW VIEW ON ${schema}.*`,
      `MAX_STATEMENT_TIME ${VIEWER_STATEMENT_SECONDS}`,
    ),
    ...(credentials.admin ? account(credentials.admin, 'ALL PRIVILEGES ON *.*', 'GRANT OPTION') : []),
  ];
  return `${statements.join(';\n')};\n`;
}

function account({ user, password }: Account, rights: string, clause?: string): string[] {
  const name = `${literal(user)}@'127.0.0.1'`;
  const withClause = clause === undefined ? '' : ` WITH ${clause}`;
  return [
    `CREATE USER IF NOT EXISTS ${name} IDENTIFIED BY ${literal(password)}`,
    `ALTER USER ${name} IDENTIFIED BY ${literal(password)}`,
    `GRANT ${rights} TO ${name}${withClause}`,
  ];
}

function identifier(name: string): string {
  if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) {
    throw new RangeError(`Expected a schema name of letters, digits and underscores, found ${JSON.stringify(name)}.`);
  }
  return `\`${name}\``;
}

function literal(text: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) {
    throw new RangeError('Expected user names and passwords of letters, digits, "_" and "-" only.');
  }
  return `'${text}'`;
}

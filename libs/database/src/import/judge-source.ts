import { ImportError } from './import-error';
import { BIGINT_REVISION, HEAD_REVISION, KNOWN_REVISIONS, revisionNumber } from './known-revisions';
import { REFERENCE_TABLES } from './reference-tables';

/** What there is to see of a database before anything is done to it. */
export interface SourceFacts {
  /** Columns by table. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows of alembic_version; `null` = there is no such table. */
  readonly revisions: readonly string[] | null;
  readonly flavor: 'mysql' | 'mariadb';
}

/**
 * Whether the database is one of subunit2sql at its newest schema.
 *
 * @throws {ImportError} where it is not, with what can be done about it
 */
export function judgeSource(facts: SourceFacts): void {
  refuseOurs(facts);
  const revision = onlyRevision(facts);
  refuseLeftovers(facts, revision);
  const number = revisionNumber(revision);
  if (number === null) refuseUnknown(revision);
  if (revision !== HEAD_REVISION) refuseOld(revision, number ?? 0, facts.flavor);
  const missing = missingColumns(facts.tables);
  if (missing.length === 0) return;
  throw new ImportError('import_half_migrated', 'The database says that it is at the newest schema, and is not.', {
    expected: `all tables and columns of subunit2sql at revision ${HEAD_REVISION}`,
    found: `no ${missing.join(', ')}`,
    action: `restore a backup, or find out who wrote ${HEAD_REVISION} into alembic_version`,
  });
}

function refuseOurs({ tables }: SourceFacts): void {
  if (!tables.has('tm_migrations')) return;
  throw new ImportError('import_not_needed', 'The database is one of Test Metrics already.', {
    expected: 'a database that only the tools of subunit2sql have written',
    found: 'the table tm_migrations, in which Test Metrics keeps the version of its schema',
    action:
      'runs that subunit2sql has written into it since are counted by `testmetrics db rebuild`; those of another database come in ' +
      'with `testmetrics db import --from mysql://…`',
  });
}

function onlyRevision({ tables, revisions }: SourceFacts): string {
  if (revisions === null) {
    const known = REFERENCE_TABLES.filter(({ table }) => tables.has(table)).map(({ table }) => table);
    throw new ImportError('import_not_subunit2sql', 'The database is not one of subunit2sql.', {
      expected: 'the table alembic_version, in which subunit2sql-db-manage keeps the version of the schema',
      found: tables.size === 0 ? 'no tables at all' : describeTables(tables, known),
      action:
        known.length === 0
          ? 'check the name of the database in the URL; a new database needs no import: `testmetrics db migrate`'
          : 'if subunit2sql made these tables, write their version with `subunit2sql-db-manage stamp REVISION` and try again',
    });
  }
  const [revision] = revisions;
  if (revision !== undefined && revisions.length === 1) return revision;
  throw new ImportError('import_half_migrated', 'The version of the schema is not clear.', {
    expected: 'one row in alembic_version',
    found: revisions.length === 0 ? 'none' : `${revisions.length}: ${revisions.join(', ')}`,
    action: 'restore a backup from before the last `subunit2sql-db-manage upgrade`, and upgrade again',
  });
}

function describeTables(tables: SourceFacts['tables'], known: readonly string[]): string {
  if (known.length > 0) return `the tables ${known.join(', ')} without it`;
  return `other tables: ${[...tables.keys()].sort().slice(0, 5).join(', ')}`;
}

/** The step that copies all tables leaves its copies where it dies, and the server cannot take that back. */
function refuseLeftovers({ tables, flavor }: SourceFacts, revision: string): void {
  const leftovers = REFERENCE_TABLES.map(({ table }) => `${table}_new`).filter((name) => tables.has(name));
  if (leftovers.length === 0) return;
  throw new ImportError('import_half_migrated', 'The database is half migrated.', {
    expected: `no copies that the step ${BIGINT_REVISION} of subunit2sql-db-manage leaves where it dies`,
    found: `${leftovers.join(', ')} beside revision ${revision}`,
    action: `drop these copies (the tables without _new are whole), then ${upgrade(flavor, 0)}`,
  });
}

function refuseUnknown(revision: string): never {
  throw new ImportError(
    'import_unknown_revision',
    'The schema is newer than any that is known, or not of subunit2sql.',
    {
      expected: `one of its ${KNOWN_REVISIONS.length} revisions, of which ${HEAD_REVISION} can be imported`,
      found: `revision ${JSON.stringify(revision)}`,
      action: 'upgrade this program; if none knows it, `alembic downgrade` the database to the revision named above',
    },
  );
}

function refuseOld(revision: string, number: number, flavor: SourceFacts['flavor']): never {
  const behind = KNOWN_REVISIONS.length - 1 - number;
  throw new ImportError('import_old_revision', 'The database is at an older schema of subunit2sql.', {
    expected: `revision ${HEAD_REVISION}`,
    found: `revision ${revision} (${KNOWN_REVISIONS[number]?.brings ?? ''}), ${behind} ${behind === 1 ? 'step' : 'steps'} behind`,
    action: upgrade(flavor, number),
  });
}

function upgrade(flavor: SourceFacts['flavor'], number: number): string {
  const command =
    'subunit2sql-db-manage --database-connection mysql+pymysql://USER:PASSWORD@HOST:PORT/DATABASE upgrade head';
  const stops = flavor === 'mariadb' && number < (revisionNumber(BIGINT_REVISION) ?? 0);
  if (!stops) return `run \`${command}\` and try again`;
  return (
    `run \`${command}\`; its step ${BIGINT_REVISION} stops on MariaDB since 10.3.7, so do that on a copy in MySQL 8.0 ` +
    'and take it over with `testmetrics db import --from mysql://…`'
  );
}

function missingColumns(tables: SourceFacts['tables']): readonly string[] {
  return REFERENCE_TABLES.flatMap(({ table, columns }) => {
    const found = tables.get(table);
    if (found === undefined) return [table];
    return columns.filter((column) => !found.has(column)).map((column) => `${table}.${column}`);
  });
}

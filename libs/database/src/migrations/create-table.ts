import { SchemaError } from '../errors/schema-error';
import type { Migration, MigrationContext } from './migration';

export interface TableDefinition {
  readonly migration: string;
  readonly table: string;
  /** Columns and keys, without the parentheses around them. */
  readonly columns: string;
  /** PARTITION BY …, where the table leaves by partitions. */
  readonly partitioning?: string;
  /** Rows that belong to the schema; a table that holds only these counts as empty. */
  readonly rows?: { readonly sql: string; readonly count: number };
}

/** A migration that creates one table, and whose way back drops it only while nothing is lost by that. */
export function createTable(definition: TableDefinition): Migration {
  return {
    name: definition.migration,
    up: async (context) => {
      const table = context.tableName?.(definition.table) ?? definition.table;
      await context.session.execute(createTableSql({ ...definition, table }, context.server.collation));
      // IF NOT EXISTS and IGNORE: a migration that died between the two statements can be run again.
      if (definition.rows !== undefined) await context.session.execute(definition.rows.sql);
    },
    down: async (context) => {
      await refuseToLoseRows(context, definition);
      await context.session.execute(`DROP TABLE IF EXISTS ${definition.table}`);
    },
  };
}

/** Several tables of one shape are one change. */
export function createTables(migration: string, definitions: readonly Omit<TableDefinition, 'migration'>[]): Migration {
  const parts = definitions.map((definition) => createTable({ ...definition, migration }));
  return {
    name: migration,
    up: async (context) => {
      for (const part of parts) await part.up(context);
    },
    down: async (context) => {
      for (const definition of definitions) await refuseToLoseRows(context, { ...definition, migration });
      for (const part of parts) await part.down(context);
    },
  };
}

function createTableSql(definition: TableDefinition, collation: string): string {
  return (
    `CREATE TABLE IF NOT EXISTS ${definition.table} (\n${definition.columns.trim()}\n) ` +
    `ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation}` +
    (definition.partitioning === undefined ? '' : `\n${definition.partitioning}`)
  );
}

async function refuseToLoseRows({ session }: MigrationContext, definition: TableDefinition): Promise<void> {
  const own = definition.rows?.count ?? 0;
  if (!(await exists(definition.table, session))) return;
  const rows = await session.arrays(`SELECT 1 FROM ${definition.table} LIMIT ${own + 1}`);
  if (rows.length <= own) return;
  throw new SchemaError('schema_would_lose_data', `Migration ${definition.migration} cannot be taken back.`, {
    expected: `the table ${definition.table} to be empty`,
    found: 'rows in it',
    action: 'copy them elsewhere and delete them, if they are really to go',
  });
}

async function exists(table: string, session: MigrationContext['session']): Promise<boolean> {
  const rows = await session.arrays(
    'SELECT 1 FROM information_schema.TABLES WHERE TABLES.TABLE_SCHEMA = DATABASE() AND TABLES.TABLE_NAME = ?',
    [table],
  );
  return rows.length > 0;
}

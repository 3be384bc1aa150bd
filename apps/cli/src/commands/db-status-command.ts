import { schemaStatus } from '@testmetrics/database';
import type { Database, SchemaStatus } from '@testmetrics/database';
import { defineCommand } from '../command';
import { countPendingRollups, readTableSizes } from '../db/table-sizes';
import type { TableSize } from '../db/table-sizes';
import { databaseFlags, databaseOptions, withDatabase } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatBytes, formatCount } from '../format';
import { formatFacts, formatTable } from '../table';
import type { Terminal } from '../terminal/terminal';

export const dbStatusCommand = defineCommand({
  name: 'status',
  describe: 'Shows the server, the schema version, the sizes of the tables and the runs that wait for their rollup.',
  flags: databaseFlags,
  examples: ['testmetrics db status', 'testmetrics db status --json | jq .schema.state'],
  notes: '\nEnds with 1 where the schema is not the one that this version works with.',
  options: databaseOptions,
  handler: (options, terminal) =>
    withDatabase(options, terminal, async (database) => show(await readStatus(database), options.json, terminal)),
});

interface Status {
  readonly server: Database['server'];
  readonly database: string;
  readonly schema: SchemaStatus;
  /** `null` where there is no table for it yet. */
  readonly pendingRollups: number | null;
  readonly tables: readonly TableSize[];
}

async function readStatus(database: Database): Promise<Status> {
  const tables = await readTableSizes(database);
  const hasRollups = tables.some(({ name }) => name === 'tm_rollup_pending');
  return {
    server: database.server,
    database: database.name,
    schema: await schemaStatus(database),
    pendingRollups: hasRollups ? await countPendingRollups(database) : null,
    tables,
  };
}

async function show(status: Status, json: boolean, { stdout }: Terminal): Promise<ExitStatus> {
  stdout.write(json ? formatJson(status) : formatText(status));
  return status.schema.state === 'current' ? EXIT.done : EXIT.failed;
}

function formatJson({ server, database, schema, pendingRollups, tables }: Status): string {
  return `${JSON.stringify({
    server: serverName(server),
    database,
    schema: {
      state: schema.state,
      head: schema.executed.at(-1) ?? null,
      pending: schema.pending,
      unknown: schema.unknown,
    },
    pending_rollups: pendingRollups,
    tables: tables.map(({ name, rows, dataBytes, indexBytes }) => ({
      name,
      rows_estimate: rows,
      data_bytes: dataBytes,
      index_bytes: indexBytes,
    })),
  })}\n`;
}

function formatText(status: Status): string {
  const { tables } = status;
  const total = tables.reduce((sum, { dataBytes, indexBytes }) => sum + dataBytes + indexBytes, 0);
  const facts = formatFacts([
    ['Server', serverName(status.server)],
    ['Database', status.database],
    ['Schema', describeSchema(status.schema)],
    ['Rollups', status.pendingRollups === null ? 'none yet' : describePending(status.pendingRollups)],
    ['Size', formatBytes(total)],
  ]);
  const rows = tables.map(({ name, rows: count, dataBytes, indexBytes }) => [
    name,
    formatCount(count),
    formatBytes(dataBytes),
    formatBytes(indexBytes),
  ]);
  if (rows.length === 0) return facts;
  const columns = [{ title: 'Table' }, right('Rows, about'), right('Data'), right('Indexes')];
  return `${facts}\n${formatTable(columns, rows)}`;
}

function right(title: string): { title: string; align: 'right' } {
  return { title, align: 'right' };
}

function describeSchema({ state, executed, pending, unknown }: SchemaStatus): string {
  const head = executed.at(-1) ?? 'empty';
  if (state === 'current') return `current (${head})`;
  if (state === 'ahead') return `ahead: made by a newer version (${unknown.join(', ')}); upgrade this program`;
  return `behind (${head}): ${formatCount(pending.length)} migrations are missing; run \`testmetrics db migrate\``;
}

function describePending(runs: number): string {
  if (runs === 0) return 'all runs are rolled up';
  return `${formatCount(runs)} ${runs === 1 ? 'run waits' : 'runs wait'}; the ingest service takes them within seconds`;
}

function serverName({ flavor, version }: Database['server']): string {
  return `${flavor === 'mariadb' ? 'MariaDB' : 'MySQL'} ${version.replace(/-.*/, '')}`;
}

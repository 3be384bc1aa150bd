import type { Session } from '../connection/session';
import type { SourceFacts } from './judge-source';

/** What `judgeSource` looks at; reads only. */
export async function readSource(session: Pick<Session, 'rows'>, flavor: SourceFacts['flavor']): Promise<SourceFacts> {
  const rows = await session.rows<{ tableName: string; columnName: string }>(
    `SELECT COLUMNS.TABLE_NAME AS tableName, COLUMNS.COLUMN_NAME AS columnName
       FROM information_schema.COLUMNS WHERE COLUMNS.TABLE_SCHEMA = DATABASE()`,
  );
  const tables = new Map<string, Set<string>>();
  for (const { tableName, columnName } of rows) {
    const columns = tables.get(tableName) ?? new Set();
    tables.set(tableName, columns.add(columnName));
  }
  return { tables, revisions: tables.has('alembic_version') ? await readRevisions(session) : null, flavor };
}

async function readRevisions(session: Pick<Session, 'rows'>): Promise<readonly string[]> {
  const rows = await session.rows<{ revision: string }>(
    'SELECT alembic_version.version_num AS revision FROM alembic_version ORDER BY alembic_version.version_num',
  );
  return rows.map(({ revision }) => revision);
}

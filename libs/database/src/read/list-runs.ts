import type { Session } from '../connection/session';
import { nameHash } from '../sql/name-hash';
import { parseTime } from '../sql/parse-time';
import { timeLiteral } from '../sql/time-literal';
import type { DimensionTable } from '../store/dimension';
import { readMetadata, RUN_QUERY, toRun, type RunRow } from '../store/find-run';
import type { StoredRun } from '../store/stored-run';
import { decodeCursor, encodeCursor } from './cursor';
import { toPage, type Page, type PageRequest } from './page';

export interface RunFilters {
  readonly job?: string;
  readonly project?: string;
  readonly branch?: string;
  /** run_at from then on. */
  readonly sinceMicros?: number;
  /** run_at before then. */
  readonly untilMicros?: number;
}

/** Runs, the newest first. A list goes on where it was, whatever is stored meanwhile. */
export async function listRuns(session: Session, filters: RunFilters, request: PageRequest): Promise<Page<StoredRun>> {
  const conditions = await runConditions(session, filters, request.cursor ?? null);
  if (conditions === null) return { items: [], next: null };
  const rows = await session.rows<RunRow & { runAt: string }>(
    `${RUN_QUERY} WHERE ${conditions.join(' AND ')} ORDER BY tm_runs.run_at DESC, tm_runs.run_id DESC LIMIT ${request.limit + 1}`,
  );
  const metadata = await readMetadata(
    session,
    rows.slice(0, request.limit).map(({ runId }) => runId),
  );
  return toPage(rows, request.limit, {
    toItem: (row) => toRun(row, metadata.get(row.runId) ?? new Map()),
    cursorOf: (row) => encodeCursor([parseTime(row.runAt), row.runId]),
  });
}

/** `null`: a name is asked for that no run has. */
async function runConditions(session: Session, filters: RunFilters, cursor: string | null): Promise<string[] | null> {
  const conditions = ['tm_runs.run_id IS NOT NULL'];
  const names = [
    ['tm_jobs', 'job_id', filters.job],
    ['tm_projects', 'project_id', filters.project],
    ['tm_branches', 'branch_id', filters.branch],
  ] as const;
  for (const [table, column, name] of names) {
    if (name === undefined) continue;
    const id = await findName(session, table, name);
    if (id === null) return null;
    conditions.push(`tm_runs.${column} = ${id}`);
  }
  if (filters.sinceMicros !== undefined) conditions.push(`tm_runs.run_at >= ${timeLiteral(filters.sinceMicros)}`);
  if (filters.untilMicros !== undefined) conditions.push(`tm_runs.run_at < ${timeLiteral(filters.untilMicros)}`);
  if (cursor !== null) conditions.push(afterCursor(cursor));
  return conditions;
}

/** In a form that a range scan of (…, run_at) serves. */
function afterCursor(cursor: string): string {
  const [runAtMicros = 0, runId = 0] = decodeCursor(cursor, 2);
  const runAt = timeLiteral(runAtMicros);
  return `tm_runs.run_at <= ${runAt} AND (tm_runs.run_at < ${runAt} OR tm_runs.run_id < ${runId})`;
}

async function findName(session: Session, table: DimensionTable, name: string): Promise<number | null> {
  const [row] = await session.arrays(`SELECT id FROM ${table} WHERE name_hash = x'${nameHash(name)}'`);
  return row === undefined ? null : Number(row[0]);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

export interface RawRun {
  readonly uuid: string;
  readonly testRuns: number;
  readonly attachments: number;
  readonly facts: number;
}

async function ask<Row>(databaseUrl: string, sql: string): Promise<Row[]> {
  const connection = await createConnection({ uri: databaseUrl });
  try {
    const [rows] = await connection.query(sql);
    return rows as Row[];
  } finally {
    await connection.end();
  }
}

/** Every run with the number of rows that it has in each table. */
export function readRuns(databaseUrl: string): Promise<RawRun[]> {
  return ask<RawRun>(
    databaseUrl,
    `SELECT runs.uuid,
            (SELECT COUNT(*) FROM test_runs WHERE test_runs.run_id = runs.id) AS testRuns,
            (SELECT COUNT(*) FROM test_runs JOIN attachments ON attachments.test_run_id = test_runs.id
              WHERE test_runs.run_id = runs.id) AS attachments,
            (SELECT COUNT(*) FROM tm_runs JOIN tm_uploads ON tm_uploads.run_id = tm_runs.run_id
              WHERE tm_runs.run_id = runs.id) AS facts
       FROM runs`,
  );
}

/** Rows of test_runs that no run owns. */
export async function countOrphans(databaseUrl: string): Promise<number> {
  const [row] = await ask<{ orphans: number }>(
    databaseUrl,
    `SELECT COUNT(*) AS orphans FROM test_runs LEFT JOIN runs ON runs.id = test_runs.run_id WHERE runs.id IS NULL`,
  );
  return Number(row?.orphans);
}

/** Waits until every stored run is part of the rollups. */
export async function waitForRollups(databaseUrl: string, timeoutMs = 120_000): Promise<void> {
  for (const giveUpAt = Date.now() + timeoutMs; ; await sleep(100)) {
    const [row] = await ask<{ pending: number }>(databaseUrl, 'SELECT COUNT(*) AS pending FROM tm_rollup_pending');
    if (Number(row?.pending) === 0) return;
    if (Date.now() > giveUpAt) throw new Error(`${row?.pending} runs still wait for their rollup`);
  }
}

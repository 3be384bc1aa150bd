import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mysql2/promise';

const TIMEOUT_MS = 300_000;

/** Waits until every stored run is part of the rollups. */
export async function waitForRollups(connection: Connection): Promise<void> {
  const giveUpAt = performance.now() + TIMEOUT_MS;
  for (;;) {
    const [rows] = await connection.query('SELECT COUNT(*) AS pending FROM tm_rollup_pending');
    if (Number((rows as { pending: number }[])[0]?.pending) === 0) return;
    if (performance.now() > giveUpAt) throw new Error(`rollups were not finished after ${TIMEOUT_MS / 1000} s`);
    await sleep(20);
  }
}

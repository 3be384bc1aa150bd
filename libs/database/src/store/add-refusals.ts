import type { Database } from '../connection/database';
import { textLiteral } from '../sql/text-literal';
import { splitTime, timeLiteral } from '../sql/time-literal';

const HOUR_MICROS = 3_600_000_000;

/** Uploads refused with one problem code within one hour. */
export interface Refusals {
  readonly code: string;
  readonly count: number;
  /** When the newest of them was refused; its hour is that of all. */
  readonly newestAtMicros: number;
}

/** Adds to the counts of the hours; several processes may do so at once. */
export async function addRefusals(database: Database, refusals: readonly Refusals[]): Promise<void> {
  if (refusals.length === 0) return;
  const rows = refusals.map(({ code, count, newestAtMicros }) => {
    const hour = splitTime(Math.floor(newestAtMicros / HOUR_MICROS) * HOUR_MICROS).literal;
    return `(${hour},${textLiteral(code)},${count},${timeLiteral(newestAtMicros)})`;
  });
  // In the order of the key, so that two processes never wait for each other crosswise.
  await database.execute(
    `INSERT INTO tm_refused_hours (hour, code, refused, newest_at) VALUES ${rows.sort().join()}
       ON DUPLICATE KEY UPDATE refused = refused + VALUES(refused), newest_at = GREATEST(newest_at, VALUES(newest_at))`,
  );
}

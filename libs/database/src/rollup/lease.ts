import type { Database } from '../connection/database';
import type { Session } from '../connection/session';

/** The one lease of this library: who may write shared rows. */
const ROLLUP = 'rollup';

export interface LeaseOptions {
  /** Who asks: unique among all processes. */
  readonly holder: string;
  /** After which another may take it over. */
  readonly seconds: number;
}

/**
 * Takes the lease, or keeps it, by the database's clock. False while another one holds it.
 * A holder in the middle of a transaction keeps its row locked, so it cannot be overtaken there.
 */
export async function takeLease(database: Database, { holder, seconds }: LeaseOptions): Promise<boolean> {
  return database.transaction(async (session) => {
    const { affectedRows } = await session.execute(
      `UPDATE tm_leases SET tm_leases.holder = ?, tm_leases.expires_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
        WHERE tm_leases.name = ? AND (tm_leases.holder = ? OR tm_leases.expires_at < UTC_TIMESTAMP(6))`,
      [holder, seconds, ROLLUP, holder],
    );
    return affectedRows === 1;
  });
}

/** Lets others have it at once. */
export async function releaseLease(database: Database, holder: string): Promise<void> {
  await database.execute(
    "UPDATE tm_leases SET tm_leases.holder = '', tm_leases.expires_at = '1970-01-01' WHERE tm_leases.name = ? AND tm_leases.holder = ?",
    [ROLLUP, holder],
  );
}

/** The lease went to another process meanwhile. */
export class LeaseLostError extends Error {
  readonly code = 'lease_lost';

  constructor() {
    super(
      'The rollup lease was lost: expected to hold it, found another holder. The work was taken back; the other one does it.',
    );
    this.name = 'LeaseLostError';
  }
}

/** Inside a transaction: makes sure that the lease is still ours, and stays so until the end of it. */
export async function fence(session: Session, holder: string): Promise<void> {
  const [row] = await session.arrays('SELECT tm_leases.holder FROM tm_leases WHERE tm_leases.name = ? FOR UPDATE', [
    ROLLUP,
  ]);
  if (row?.[0] !== holder) throw new LeaseLostError();
}

import type { Session } from '../connection/session';
import type { ServerInfo } from '../connection/server-info';

/** What a migration works with: one session, which also holds the migration lock. */
export interface MigrationContext {
  readonly session: Session;
  readonly server: ServerInfo;
  /** Under which name a table is made, where not under its own: an import fills new tables beside the old ones. */
  readonly tableName?: (table: string) => string;
}

/** One change of the schema. Never edited once it is released; a new one follows instead. */
export interface Migration {
  /** Date, running number and what it does, in order: `20261124-01-create-tests`. */
  readonly name: string;
  up(context: MigrationContext): Promise<void>;
  /** Takes the change back, and refuses where that would lose data. */
  down(context: MigrationContext): Promise<void>;
}

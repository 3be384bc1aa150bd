export { connectDatabase } from './connection/connect-database';
export { Database } from './connection/database';
export type { DatabaseOptions } from './connection/database-options';
export { DatabaseUrlError, parseDatabaseUrl, type DatabaseAddress } from './connection/parse-database-url';
export type { ServerInfo } from './connection/server-info';
export { DatabaseUnavailableError } from './errors/database-unavailable-error';
export { SchemaError } from './errors/schema-error';
export { UnsupportedServerError } from './errors/unsupported-server-error';
export { migrate, migrateDown, type MigrateOptions } from './migrations/migrate';
export { schemaStatus, type SchemaStatus } from './migrations/schema-status';
export { ensurePartitions, type PartitionReport } from './partitions/ensure-partitions';
export type { BatchResult } from './rollup/roll-up-batch';
export { rollUpOnce, type RollUpOnceOptions } from './rollup/roll-up-once';
export { rollupLag, type RollupLag } from './rollup/rollup-lag';
export { RollupLoop, type RollupLoopOptions } from './rollup/rollup-loop';
export { addRefusals, type Refusals } from './store/add-refusals';
export { RunStore, type RunStoreOptions, type WriteResult } from './store/run-store';
export type { StoredRun } from './store/stored-run';
export { InvalidCursorError } from './read/cursor';
export type { AttachmentInfo } from './read/list-attachments';
export type { RunFilters } from './read/list-runs';
export type { RunTest, RunTestAttempt, RunTestFilters } from './read/list-run-tests';
export type { Page, PageRequest } from './read/page';
export { RunReadModel } from './read/run-read-model';
export type { ExportedAttempt, ExportedFile, ExportedTest } from './export/exported-attempt';
export type { TestTime } from './export/read-test-times';
export { RunExportModel, type ExportedRun } from './export/run-export-model';
export { RunVanishedError } from './export/run-vanished-error';
export { checkDatabase, type CheckOptions } from './check/check-database';
export type { Finding } from './check/finding';
export { adoptForeignRuns } from './rebuild/adopt-foreign-runs';
export {
  rebuildRollups,
  type RebuildOptions,
  type RebuildProgress,
  type RebuildResult,
} from './rebuild/rebuild-rollups';
export {
  importDatabase,
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
  type ImportStep,
} from './import/import-database';
export { ImportError, type ImportErrorCode } from './import/import-error';
export { firstDayToKeep } from './prune/prune-plan';
export { pruneDatabase, type PruneOptions, type PruneProgress, type PruneResult } from './prune/prune-database';

export { connectDatabase } from './connection/connect-database';
export { Database } from './connection/database';
export { migrate, migrateDown, type MigrateOptions } from './migrations/migrate';
export { schemaStatus, type SchemaStatus } from './migrations/schema-status';

export { findServer, type ServerPrograms } from './find-server';
export { freePort } from './free-port';
export { ensureServer } from './install-server';
export { startPrivateDatabase, type PrivateDatabase, type PrivateDatabaseOptions } from './private-database';
export { PrivateDatabaseError, type PrivateDatabaseErrorCode } from './private-database-error';
export { lockDirectory, type DirectoryLock } from './directory-lock';
export { writePrivateFile } from './private-file';
export { identifyProcess, isSameProcessAlive, type ProcessIdentity } from './process-identity';

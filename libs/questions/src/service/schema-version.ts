import { type Query, table } from '../question';

/**
 * The newest migration that the questions know. An older database lacks what they read; one with migrations after it
 * may have changed: releases expand first and contract later, so that most questions still work.
 */
export const KNOWN_SCHEMA = '20261126-41-cover-failures-of-tests';

/** The migrations that the database has, the newest first. */
export function schemaVersion(): Query {
  return table('SELECT m.name AS name FROM tm_migrations AS m ORDER BY m.name DESC LIMIT 1000');
}

import { type Query, table } from '../question';

/** Answers as long as the server can be reached and lets the user in, whatever the user may read. */
export function connectionProbe(): Query {
  return table('SELECT 1 AS value LIMIT 1');
}

/** The key of the run whose id is asked for, as SQL; without an id no run. */
export function runKey(uuid: string | undefined): string {
  return uuid === undefined ? '0' : `(SELECT u.id FROM runs AS u WHERE u.uuid = ${uuid})`;
}

/** A condition on a column that holds the key of a run. */
export function isOneOfRuns(column: string, uuids: readonly string[]): string {
  return uuids.length === 0 ? '1=0' : `${column} IN (SELECT u.id FROM runs AS u WHERE u.uuid IN (${uuids.join(', ')}))`;
}

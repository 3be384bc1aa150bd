/** The last partition takes what no other does, so that an INSERT never fails for want of a partition. */
export const LAST_PARTITION = 'pmax';

/** Runs in the first partition of a new database, before any rate is known. */
export const FIRST_RUN_PARTITION_WIDTH = 10_000;

/** Test runs in the first partition of a new database. */
export const FIRST_TEST_RUN_PARTITION_WIDTH = 5_000_000;

export function partitionByRunId(column: string): string {
  return partitionByNumber(column, FIRST_RUN_PARTITION_WIDTH);
}

export function partitionByTestRunId(column: string): string {
  return partitionByNumber(column, FIRST_TEST_RUN_PARTITION_WIDTH);
}

/** Months are made by `ensurePartitions`, which knows the date. */
export function partitionByMonth(column: string): string {
  return `PARTITION BY RANGE COLUMNS (${column}) (PARTITION ${LAST_PARTITION} VALUES LESS THAN (MAXVALUE))`;
}

function partitionByNumber(column: string, width: number): string {
  return (
    `PARTITION BY RANGE (${column}) (` +
    `PARTITION p${width} VALUES LESS THAN (${width}), PARTITION ${LAST_PARTITION} VALUES LESS THAN MAXVALUE)`
  );
}

/** A stored table and the same thing computed from raw rows, in SQL. */
export interface Comparison {
  readonly table: string;
  readonly key: readonly string[];
  readonly values: readonly ComparedValue[];
  /** Gives the key and value columns as they should be. */
  readonly expected: string;
  /** Gives them as they are stored. */
  readonly found: string;
  /** Rows to leave out on both sides, as a condition on `both_sides`: raw rows that they were made of are gone. */
  readonly given?: string;
}

export interface ComparedValue {
  readonly name: string;
  /** Sums of floating point numbers depend on the order in which they were made. */
  readonly isFloat?: boolean;
}

export function exact(...names: string[]): readonly ComparedValue[] {
  return names.map((name) => ({ name }));
}

export function float(...names: string[]): readonly ComparedValue[] {
  return names.map((name) => ({ name, isFloat: true }));
}

/**
 * One statement that gives only the rows that differ: both sides one under the other, grouped by key, so that a row that is missing
 * on either side shows as well. Columns: `inExpected`, `inFound`, the key, and every value as `e_…` and `f_…`.
 */
export function comparisonSql({ key, values, expected, found, given }: Comparison, limit: number): string {
  const keys = key.map((name) => `both_sides.${name}`);
  const names = [...key, ...values.map(({ name }) => name)].join(', ');
  const columns = values.flatMap(({ name }) => [
    `MAX(IF(both_sides.side = 1, both_sides.${name}, NULL)) AS e_${name}`,
    `MAX(IF(both_sides.side = 2, both_sides.${name}, NULL)) AS f_${name}`,
  ]);
  return `
    SELECT MAX(both_sides.side = 1) AS inExpected, MAX(both_sides.side = 2) AS inFound, ${[...keys, ...columns].join(', ')}
      FROM (SELECT 1 AS side, ${names} FROM (${expected}) AS expected_rows
            UNION ALL
            SELECT 2 AS side, ${names} FROM (${found}) AS found_rows) AS both_sides
     ${given === undefined ? '' : `WHERE NOT ${given}`}
     GROUP BY ${keys.join(', ')}
    HAVING COUNT(*) <> 2 OR inExpected = 0 OR inFound = 0 OR ${values.map(differs).join(' OR ')}
     LIMIT ${limit}`;
}

function differs({ name, isFloat }: ComparedValue): string {
  if (isFloat !== true) return `NOT (e_${name} <=> f_${name})`;
  const tolerance = `1e-6 + 1e-9 * ABS(COALESCE(e_${name}, 0))`;
  return `((e_${name} IS NULL) <> (f_${name} IS NULL) OR ABS(COALESCE(e_${name}, 0) - COALESCE(f_${name}, 0)) > ${tolerance})`;
}

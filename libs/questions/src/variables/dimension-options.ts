import { type Query, type Scope, table } from '../question';
import { type Dimension, DIMENSION_TABLES, filterConditions } from '../sql/filters';
import { and, nameOf, sql } from '../sql/select';

/** A list that nobody scrolls through; who has more names filters by another variable first. */
const OPTIONS = 5000;

/** The names to choose from, each with its key as the value: see ADR 0031. */
export function dimensionOptions(dimension: Dimension, filter: Scope['filter']): Query {
  const conditions = filterConditions('s', filter);
  return table(
    sql(
      `SELECT DISTINCT ${nameOf('n')} AS __text, n.id AS __value`,
      `FROM tm_series AS s INNER JOIN ${DIMENSION_TABLES[dimension]} AS n ON n.id = s.${dimension}_id`,
      conditions.length > 0 && `WHERE 1=1${and(conditions)}`,
      `ORDER BY __text LIMIT ${OPTIONS}`,
    ),
  );
}

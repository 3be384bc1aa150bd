import { type Compiled } from './compile-query';
import { migrateQuery } from './migrate-query';
import { type TestMetricsQuery } from './query';

/**
 * A query in both of its forms at once: the fields that our editor reads, and the SQL with the MySQL datasource that
 * Grafana's server reads. Expressions in a panel on Mixed work because of it, and "Explore" from a panel keeps the
 * question.
 */
export function dualForm(query: TestMetricsQuery, compiled: Compiled): TestMetricsQuery {
  const migrated = migrateQuery(query);
  if (compiled.state !== 'ready') return migrated;
  const { target, question } = compiled;
  return {
    ...migrated,
    ...(question === null ? {} : { question }),
    datasource: target.datasource,
    rawSql: target.rawSql,
    format: target.format,
  };
}

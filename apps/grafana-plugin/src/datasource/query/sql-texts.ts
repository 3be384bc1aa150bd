import { type ScopedVars } from '@grafana/data';
import { textLiteral } from '@testmetrics/questions';

interface VariableShape {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

/** The part of Grafana's template service that is used here. */
export interface SqlTemplates {
  replace(text: string, scopedVars?: ScopedVars, format?: (value: unknown, variable?: VariableShape) => string): string;
}

/**
 * Fills variables into SQL that a person wrote, as Grafana's MySQL datasource does: a variable of several values becomes
 * a list of literals, one of a single value stands between the quotes that the person wrote. Unlike there, a backslash
 * in a value does not end a literal.
 */
export function fillSql(templates: SqlTemplates, sql: string, scopedVars: ScopedVars | undefined): string {
  return templates.replace(sql, scopedVars, inSql);
}

export function inSql(value: unknown, variable: VariableShape = {}): string {
  if (Array.isArray(value)) return value.length === 0 ? 'NULL' : value.map((item) => literal(item)).join(',');
  if (variable.multi === true || variable.includeAll === true) return literal(value);
  return String(value ?? '')
    .replace(/['"\\]/g, '\\$&')
    .replaceAll('\u0000', '');
}

function literal(value: unknown): string {
  return textLiteral(String(value));
}

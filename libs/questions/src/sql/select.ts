/** The name of a dimension's row, readable also where the run had none. */
export function nameOf(alias: string): string {
  return `IF(${alias}.name = '', '(none)', ${alias}.name)`;
}

/** ` AND a AND b`, or nothing. */
export function and(conditions: readonly string[]): string {
  return conditions.map((condition) => ` AND ${condition}`).join('');
}

/** Joins clauses to one text, one clause a line; what is empty or false falls out. */
export function sql(...clauses: readonly (string | false)[]): string {
  return clauses.filter((clause) => clause !== false && clause !== '').join('\n');
}

/** Indents a subquery so that the text stays readable in Grafana's query inspector. */
export function nested(text: string): string {
  return text.replace(/^/gm, '  ');
}

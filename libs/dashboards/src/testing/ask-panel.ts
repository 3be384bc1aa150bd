import { compileQuestion, literalRange, resolveQuestion, type SavedQuestion } from '@testmetrics/questions';
import { type Target } from './read-dashboard';

/** What a dashboard's variables hold. */
export type Values = Readonly<Record<string, string>>;

export interface Range {
  readonly fromMicros: number;
  readonly toMicros: number;
}

/** The SQL that a target sends to the database, as our datasource or Grafana makes it of variables and time range. */
export function sqlOfTarget(target: Target, values: Values, range: Range): string {
  if (target.rawSql !== undefined) return expand(target.rawSql, values, range);
  const question = resolveQuestion(target.question as unknown as SavedQuestion, (text) => replace(text, values));
  return compileQuestion(question, { range: literalRange(range.fromMicros, range.toMicros) }).sql;
}

/** What Grafana does with the text before the server gets it. */
export function expand(sql: string, values: Values, { fromMicros, toMicros }: Range): string {
  const filled = sql.replaceAll(/\$\{(\w+):(\w+)\}/g, (_, name: string, format: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`Expected a value for the variable "${name}".`);
    return format === 'lucene' ? lucene(value) : value;
  });
  return filled
    .replaceAll('$__timeFrom()', `FROM_UNIXTIME(${Math.floor(fromMicros / 1e6)})`)
    .replaceAll('$__timeTo()', `FROM_UNIXTIME(${Math.floor(toMicros / 1e6)})`);
}

/** Grafana's format of that name. */
function lucene(value: string): string {
  return value.replaceAll(/[!*+\-=<>\s&|()[\]{}^~?:\\/"]/g, '\\$&');
}

function replace(text: string, values: Values): readonly string[] {
  const name = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (name === undefined) return [text];
  const value = values[name];
  if (value === undefined) throw new RangeError(`Expected a value for the variable "${name}".`);
  return [value];
}

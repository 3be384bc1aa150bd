import {
  compileQuestion,
  definitionOf,
  type Format,
  GRAFANA_RANGE,
  type Question,
  type Replace,
  resolveQuestion,
  type SavedQuestion,
} from '@testmetrics/questions';
import { TEXTS } from '../texts';
import { type AdHocFilter, withAdHocFilters } from './ad-hoc-filters';
import { readQuery } from './migrate-query';
import { MYSQL_TYPE, type MysqlTarget, type TestMetricsQuery } from './query';

/** What a query means depends on where it is asked. */
export interface Surroundings {
  readonly mysqlUid: string;
  readonly replace: Replace;
  /** Variables in SQL that a person wrote. */
  readonly fillSql: (sql: string) => string;
  readonly filters: readonly AdHocFilter[];
}

export type Compiled =
  | {
      readonly state: 'ready';
      readonly target: MysqlTarget;
      /** Null for SQL that a person wrote. */
      readonly question: Question | null;
      readonly warnings: readonly string[];
    }
  | { readonly state: 'empty' }
  | { readonly state: 'problem'; readonly message: string };

/** A query as Grafana's MySQL datasource takes it. Never throws: what is wrong is said in a sentence. */
export function compileQuery(query: TestMetricsQuery, surroundings: Surroundings): Compiled {
  const saved = readQuery(query);
  switch (saved.state) {
    case 'empty':
    case 'problem':
      return saved;
    case 'sql':
      return ready(query, { sql: surroundings.fillSql(saved.rawSql), format: query.format ?? 'table' }, surroundings);
    case 'question':
      return compileSaved(query, saved.question, surroundings);
  }
}

function compileSaved(query: TestMetricsQuery, saved: SavedQuestion, surroundings: Surroundings): Compiled {
  try {
    const resolved = resolveQuestion(saved, surroundings.replace);
    const { question, ignored } = withAdHocFilters(resolved, surroundings.filters);
    const { sql, format } = compileQuestion(question, { range: GRAFANA_RANGE });
    const wanted = formatsOf(question).includes(query.format ?? format) ? (query.format ?? format) : format;
    const warnings = ignored.map((filter) => TEXTS.adHoc.ignored(filter, definitionOf(question.kind).label));
    return ready(query, { sql, format: wanted }, surroundings, { question, warnings });
  } catch (error) {
    return { state: 'problem', message: error instanceof Error ? error.message : String(error) };
  }
}

/** In which formats the answer can be had: rows always, series where there is a time. */
export function formatsOf({ kind }: Pick<Question, 'kind'>): readonly Format[] {
  const { format } = definitionOf(kind);
  return format === 'time_series' ? ['time_series', 'table'] : ['table'];
}

function ready(
  { refId, hide }: TestMetricsQuery,
  { sql, format }: { readonly sql: string; readonly format: Format },
  { mysqlUid }: Surroundings,
  about: { readonly question: Question; readonly warnings: readonly string[] } | null = null,
): Compiled {
  const target = {
    refId,
    datasource: { type: MYSQL_TYPE, uid: mysqlUid },
    rawSql: sql,
    // The server panics at a format that it does not know.
    format: format === 'time_series' ? format : ('table' as const),
    ...(hide === undefined ? {} : { hide }),
  };
  return { state: 'ready', target, question: about?.question ?? null, warnings: about?.warnings ?? [] };
}

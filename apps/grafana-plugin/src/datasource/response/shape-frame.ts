import { type DataFrame, type QueryResultMeta, type QueryResultMetaNotice } from '@grafana/data';
import { definitionOf, describeQuestion, type Question } from '@testmetrics/questions';
import { TEXTS } from '../texts';
import { columnDisplay } from './column-display';

export interface AnswerContext {
  readonly question: Question;
  /** Filters that could not be applied, as sentences. */
  readonly warnings: readonly string[];
  /** Whoever looks is building the query: they want to know why a list is short. A dashboard has its own words. */
  readonly isExploring: boolean;
}

/** Which panel draws an answer in Explore. */
const PANELS: Readonly<Partial<Record<string, string>>> = {
  historyGrid: 'testmetrics-history-panel',
  runTimeline: 'testmetrics-timeline-panel',
};

/** Gives an answer units, links, notices and the way in which Explore shows it. The frame itself stays as it is. */
export function shapeFrame(frame: DataFrame, context: AnswerContext): DataFrame {
  const columns = frame.fields.map((field) => field.name);
  return {
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      config: { ...columnDisplay(field.name, { columns, isExploring: context.isExploring }), ...field.config },
    })),
    meta: { ...frame.meta, ...visualisation(context.question), notices: notices(frame, context) },
  };
}

function visualisation({ kind }: Question): QueryResultMeta {
  const pluginId = PANELS[kind];
  if (pluginId !== undefined) return { preferredVisualisationPluginId: pluginId };
  return { preferredVisualisationType: definitionOf(kind).format === 'time_series' ? 'graph' : 'table' };
}

function notices(frame: DataFrame, context: AnswerContext): QueryResultMetaNotice[] {
  const given = frame.meta?.notices ?? [];
  const warnings = context.warnings.map((text) => ({ severity: 'warning' as const, text }));
  return [...given, ...warnings, ...lengthNotices(frame, context)];
}

/** Rows that are not there: none at all, or more than were asked for. */
function lengthNotices(frame: DataFrame, { question, isExploring }: AnswerContext): QueryResultMetaNotice[] {
  const { defaultLimit, maxLimit, format } = definitionOf(question.kind);
  const limit = question.limit ?? defaultLimit;
  // The MySQL datasource answers without any column where there is no row.
  if (frame.fields.length === 0 || frame.length === 0) {
    return isExploring ? [{ severity: 'info', text: TEXTS.answer.noRows(describeQuestion(question)) }] : [];
  }
  if (format !== 'table' || maxLimit === 1 || frame.length < limit) return [];
  if (limit >= maxLimit) return [{ severity: 'warning', text: TEXTS.answer.atMostRows(maxLimit) }];
  return isExploring ? [{ severity: 'info', text: TEXTS.answer.limitedRows(limit, maxLimit) }] : [];
}

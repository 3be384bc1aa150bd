import { compileSavedQuestion, type SavedQuestion } from '@testmetrics/questions';
import { APP_DATASOURCE, MYSQL_DATASOURCE } from './datasource';
import { type Flavour, dashboardUid } from './flavour';
import { type Json, type JsonObject } from './json';
import { type DashboardName } from './links';

/** A target as a panel describes it: the question alone. */
export interface QuestionTarget {
  readonly refId: string;
  readonly question: SavedQuestion;
}

/** Version of a saved query of our datasource; the datasource brings older ones up to it. */
const QUERY_SCHEMA = 1;

/** Links between dashboards are written as `/d/@job?…`: see links.ts. */
const LINK = /\/d\/@([a-z]+)\?/g;

/**
 * Turns a dashboard that was described once into one of a flavour: questions become targets of the flavour's
 * datasource, and links lead to dashboards of the same flavour (and take the choice of the datasource along).
 */
export function inFlavour(value: Json, flavour: Flavour): Json {
  if (typeof value === 'string') return value.replace(LINK, (_, name: DashboardName) => linkTo(name, flavour));
  if (Array.isArray(value)) return value.map((item) => inFlavour(item, flavour));
  if (value === null || typeof value !== 'object') return value;
  if (isQuestionTarget(value)) return toTarget(value as unknown as QuestionTarget, flavour);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inFlavour(item, flavour)]));
}

function linkTo(name: DashboardName, flavour: Flavour): string {
  return `/d/${dashboardUid(name, flavour)}?${flavour === 'app' ? '${ds:queryparam}&' : ''}`;
}

function isQuestionTarget(value: JsonObject): boolean {
  return 'refId' in value && 'question' in value && !('datasource' in value);
}

function toTarget({ refId, question }: QuestionTarget, flavour: Flavour): JsonObject {
  if (flavour === 'app') {
    return { refId, datasource: APP_DATASOURCE, schema: QUERY_SCHEMA, question: question as unknown as JsonObject };
  }
  const { sql, format } = compileSavedQuestion(question);
  return { refId, datasource: MYSQL_DATASOURCE, editorMode: 'code', format, rawQuery: true, rawSql: sql };
}

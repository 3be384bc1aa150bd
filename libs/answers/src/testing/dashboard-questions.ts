import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveQuestion } from '@testmetrics/questions';
import type { Question, SavedQuestion } from '@testmetrics/questions';

/** The dashboards that the app ships. */
const DASHBOARDS = join(__dirname, '../../../../apps/grafana-plugin/src/dashboards');

interface Panel {
  readonly targets?: readonly { readonly question?: SavedQuestion }[];
  readonly panels?: readonly Panel[];
}

/** What the shipped dashboards ask of a kind while "All" is chosen everywhere, and `node` as metadata key. */
export function dashboardQuestions(kind: string): readonly Question[] {
  const saved = readdirSync(DASHBOARDS)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => questionsOf(JSON.parse(readFileSync(join(DASHBOARDS, name), 'utf8')) as Panel));
  return saved
    .filter((question) => question.kind === kind && question.metadata === undefined)
    .map((question) => resolveQuestion(question, valueOf));
}

function questionsOf({ targets = [], panels = [] }: Panel): readonly SavedQuestion[] {
  const own = targets.flatMap(({ question }) => (question === undefined ? [] : [question]));
  return [...own, ...panels.flatMap(questionsOf)];
}

function valueOf(text: string): readonly string[] {
  if (text === '${key}') return ['node'];
  return text.startsWith('${') ? [] : [text];
}

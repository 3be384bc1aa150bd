import { type DataFrame } from '@grafana/data';
import { type CompletionRequest, completionQuestion, GRAFANA_RANGE, type Query } from '@testmetrics/questions';
import { rowsOf, textOf } from './rows';

/** Something to choose: what a person reads, the name it stands for, and its key where it has one. */
export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly key: string;
}

/** Asks the database what can be chosen. */
export async function complete(
  request: CompletionRequest,
  ask: (query: Query) => Promise<readonly DataFrame[]>,
): Promise<Choice[]> {
  return choicesOf(await ask(completionQuestion(request, { range: GRAFANA_RANGE })));
}

export function choicesOf(frames: readonly DataFrame[]): Choice[] {
  return rowsOf(frames).map((row) => ({
    text: textOf(row, '__text'),
    value: textOf(row, '__value'),
    key: textOf(row, '__key'),
  }));
}

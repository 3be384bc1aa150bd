import { describeQuestion } from '@testmetrics/questions';
import { TEXTS } from '../texts';
import { readQuery } from './migrate-query';
import { type TestMetricsQuery } from './query';

/** A query in the history of Explore, or in a collapsed row: "Failing tests of job tempest-full, top 25". */
export function displayText(query: TestMetricsQuery): string {
  const saved = readQuery(query);
  switch (saved.state) {
    case 'empty':
      return TEXTS.query.nothingChosen;
    case 'problem':
      return saved.message;
    case 'sql':
      return TEXTS.query.ownSql(saved.rawSql.replace(/\s+/g, ' ').trim());
    case 'question':
      return described(() => describeQuestion(saved.question), saved.question.kind);
  }
}

/** A kind that only another version knows has no description. */
function described(describe: () => string, kind: unknown): string {
  try {
    return describe();
  } catch {
    return TEXTS.query.unknownKind(String(kind));
  }
}

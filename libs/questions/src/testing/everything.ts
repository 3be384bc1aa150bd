import { type QuestionDefinition } from '../catalog/catalog';
import { type Question } from '../model/question';

const RUNS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

/** A question of a kind with every field filled in, each text being `text`. */
export function everything(definition: QuestionDefinition, text: string): Question {
  return {
    kind: definition.kind,
    projects: [text, 'nova'],
    jobs: [text],
    branches: [text, text],
    tests: [text],
    testPrefix: text,
    testPattern: 'a.+b',
    testSearch: text,
    statuses: ['fail', 'inprogress'],
    metadata: [{ key: `k${text}`, value: text }],
    metadataKey: `k${text}`,
    runs: RUNS,
    ...(definition.measures?.[0] && { measure: definition.measures[0].value }),
    ...(definition.directions?.[0] && { direction: definition.directions[0].value }),
    minRuns: 3,
    limit: 1,
    page: 2,
    columns: 'runs',
    runLimit: 7,
  };
}

import { definitionOf } from '../catalog/catalog';
import { type FilterName, TEST_FILTERS } from '../catalog/definition';
import { type Question, type SavedQuestion } from './question';

/** Which filters a question still needs: without them nothing can be found. Any way to name tests will do for `tests`. */
export function missingFilters(question: Question | SavedQuestion): readonly FilterName[] {
  const { required = [] } = definitionOf(question.kind);
  return required.filter((name) => {
    if (name === 'tests') return ![...TEST_FILTERS, 'testKeys' as const].some((field) => isGiven(question[field]));
    return !isGiven(question[name]);
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

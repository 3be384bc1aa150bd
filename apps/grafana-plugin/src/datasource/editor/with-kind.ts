import { findDefinition, type QuestionDefinition, type SavedQuestion } from '@testmetrics/questions';

/**
 * The question of another kind with the same filters, so that they survive while somebody looks through the kinds. Words
 * and numbers that the new kind would refuse are left out.
 */
export function withKind(question: SavedQuestion | undefined, kind: QuestionDefinition['kind']): SavedQuestion {
  const definition = findDefinition(kind);
  const { kind: _old, measure, direction, limit, page: _page, ...filters } = question ?? { kind };
  const isKnown = (options: QuestionDefinition['measures'], value: string | undefined) =>
    value !== undefined && (options ?? []).some((option) => option.value === value);
  return {
    kind,
    ...filters,
    ...(isKnown(definition?.measures, measure) ? { measure } : {}),
    ...(isKnown(definition?.directions, direction) ? { direction } : {}),
    ...(typeof limit === 'number' && limit <= (definition?.maxLimit ?? 0) ? { limit } : {}),
  };
}

import { type SavedQuestion } from '@testmetrics/questions';
import { TEXTS } from '../texts';

/** What is wrong with a number that somebody types; nothing and variables are right. */
export function numberProblem(text: string, min: number, max: number): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.includes('$')) return undefined;
  const isRight = /^\d{1,9}$/.test(trimmed) && Number(trimmed) >= min && Number(trimmed) <= max;
  return isRight ? undefined : TEXTS.editor.number(min, max);
}

/** The question with another number; an empty field is the kind's own. */
export function withNumber(question: SavedQuestion, field: 'limit' | 'minRuns' | 'page', text: string): SavedQuestion {
  const { [field]: _old, ...others } = question;
  const trimmed = text.trim();
  if (trimmed === '') return others;
  return { ...others, [field]: trimmed.includes('$') ? trimmed : Number(trimmed) };
}

import { type CompletionRequest, type SavedQuestion } from '@testmetrics/questions';

const NAMES = ['projects', 'jobs', 'branches'] as const;

/** What is chosen in the other fields narrows a list: only the jobs of the chosen project. Variables narrow nothing. */
export function narrowingOf(question: SavedQuestion, own: string): Partial<CompletionRequest> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const values = plainTexts(question[name]);
      return name === own || values.length === 0 ? [] : [[name, values]];
    }),
  );
}

function plainTexts(values: string | readonly string[] | undefined): string[] {
  if (values === undefined || values === '') return [];
  return (typeof values === 'string' ? [values] : [...values]).filter((value) => !/[$[]/.test(value));
}

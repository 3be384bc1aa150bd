import { compileSavedQuestion, type Query, type SavedQuestion } from '@testmetrics/questions';

/**
 * The SQL to begin with when somebody goes on in SQL: with the dashboard's variables still in it where they can stand in
 * SQL, else with their values of now.
 */
export function sqlOfQuestion(question: SavedQuestion, filledIn: string): string {
  return withVariables(question)?.sql ?? filledIn;
}

function withVariables(question: SavedQuestion): Query | null {
  try {
    return compileSavedQuestion(question);
  } catch {
    return null;
  }
}

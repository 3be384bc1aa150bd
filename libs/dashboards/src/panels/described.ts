import { type SavedQuestion } from '@testmetrics/questions';

/** What every panel has to say; a panel function cannot be called without. */
export interface Described {
  readonly title: string;
  /** What the numbers are, what they stand on, and how they are counted; one or a few sentences. */
  readonly description: string;
  readonly question: SavedQuestion;
  /** What is shown where the database has nothing to say. */
  readonly noData: string;
  readonly width: number;
  readonly height: number;
}

export interface Measured extends Described {
  /** A Grafana unit id, such as `percentunit`, `s`, `short`. */
  readonly unit: string;
}

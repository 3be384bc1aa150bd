import { type HistoryColumns, type Status } from '../model/question';
import { type Scope } from '../question';
import { type After } from '../sql/place';
import { type TestFilter } from '../sql/tests';

/** A question as its compiler gets it: checked, with every default filled in, and texts already SQL literals. */
export interface Asked {
  readonly scope: Scope;
  readonly tests: TestFilter;
  readonly statuses: readonly Status[];
  /** Literals of ids. */
  readonly runs: readonly string[];
  /** A literal. */
  readonly metadataKey: string;
  readonly measure: string;
  readonly direction: string;
  readonly minRuns: number;
  readonly limit: number;
  /** Only for kinds that are `paged`. */
  readonly after?: After;
  /** Rows of earlier pages. */
  readonly offset: number;
  /** The same as SQL, which names a variable where a dashboard's says it; only for kinds that can read that. */
  readonly offsetSql?: string;
  readonly columns: HistoryColumns;
  /** Columns of a history of runs. */
  readonly runLimit: number;
}

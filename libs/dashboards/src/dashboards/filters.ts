import { type SavedQuestion } from '@testmetrics/questions';

/** What a dashboard's variables let its panels ask about; the variables carry keys (ADR 0031). */
export const CHOSEN = { projectKeys: '${project}', jobKeys: '${job}', branchKeys: '${branch}' } as const;

/** The same, and the one test of the Test dashboard. */
export const CHOSEN_TEST = { ...CHOSEN, testKeys: '${test}' } as const;

/** The same, and the metadata of the Project dashboard. */
export const CHOSEN_METADATA = { ...CHOSEN, metadata: [{ key: '${key}', value: '${value}' }] } as const;

/** The run of the Run dashboard. */
export const CHOSEN_RUN = { runs: '${run}' } as const;

/** Some of a question's fields, as a panel takes them. */
export type Chosen = Omit<SavedQuestion, 'kind'>;

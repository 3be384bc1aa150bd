import { type QuestionKind } from '../catalog/catalog';

/** Keys of rows in a table of names. */
export type KeyList = readonly number[];

/** The outcomes by which test runs can be chosen; see docs/schema.md. */
export const STATUSES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'inprogress', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

export interface MetadataPair {
  readonly key: string;
  readonly value: string;
}

/** Whether a history's columns are runs or buckets of time. */
export type HistoryColumns = 'runs' | 'time';

/** All of a question but its kind. */
export interface QuestionFields {
  /** Names; '' stands for runs that named none. */
  readonly projects?: readonly string[] | undefined;
  readonly jobs?: readonly string[] | undefined;
  readonly branches?: readonly string[] | undefined;
  /** Keys win over names. They belong to one database; see ADR 0031. */
  readonly projectKeys?: KeyList | undefined;
  readonly jobKeys?: KeyList | undefined;
  readonly branchKeys?: KeyList | undefined;
  readonly tests?: readonly string[] | undefined;
  readonly testKeys?: KeyList | undefined;
  readonly testPrefix?: string | undefined;
  /** A regular expression in what MySQL (ICU) and MariaDB (PCRE) have in common. */
  readonly testPattern?: string | undefined;
  /** A part of the name; case matters. */
  readonly testSearch?: string | undefined;
  readonly statuses?: readonly Status[] | undefined;
  /** All of them must hold. */
  readonly metadata?: readonly MetadataPair[] | undefined;
  /** For questions that group runs by the values of one metadata key. */
  readonly metadataKey?: string | undefined;
  /** Ids of runs (UUIDs). */
  readonly runs?: readonly string[] | undefined;
  readonly measure?: string | undefined;
  readonly direction?: string | undefined;
  /** Rows that stand on fewer runs are left out. */
  readonly minRuns?: number | undefined;
  readonly limit?: number | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  readonly columns?: HistoryColumns | undefined;
  /** How many runs a history has as columns. */
  readonly runLimit?: number | undefined;
}

export type QuestionField = keyof QuestionFields;

/**
 * What a person or a saved query asks: plain JSON. Only `kind` is needed; an absent or empty field means "all", or the
 * kind's default. A kind leaves out what its definition does not list as a filter, so that the choices survive while
 * somebody looks through the kinds.
 */
export interface Question extends QuestionFields {
  readonly kind: QuestionKind;
}

/** A text, several, or a template that stands for any number of texts: `${job}`. */
export type SavedTexts = string | readonly string[];
/** Keys, or a template that stands for any number of keys. */
export type SavedKeys = string | readonly (string | number)[];
export type SavedNumber = string | number;

/** A question as a dashboard or a saved query keeps it: every field may be template text. */
export interface SavedQuestion {
  readonly kind: QuestionKind;
  readonly projects?: SavedTexts | undefined;
  readonly jobs?: SavedTexts | undefined;
  readonly branches?: SavedTexts | undefined;
  readonly projectKeys?: SavedKeys | undefined;
  readonly jobKeys?: SavedKeys | undefined;
  readonly branchKeys?: SavedKeys | undefined;
  readonly tests?: SavedTexts | undefined;
  readonly testKeys?: SavedKeys | undefined;
  readonly testPrefix?: string | undefined;
  readonly testPattern?: string | undefined;
  readonly testSearch?: string | undefined;
  readonly statuses?: SavedTexts | undefined;
  readonly metadata?: readonly MetadataPair[] | undefined;
  readonly metadataKey?: string | undefined;
  readonly runs?: SavedTexts | undefined;
  readonly measure?: string | undefined;
  readonly direction?: string | undefined;
  readonly minRuns?: SavedNumber | undefined;
  readonly limit?: SavedNumber | undefined;
  readonly page?: SavedNumber | undefined;
  readonly columns?: string | undefined;
  readonly runLimit?: SavedNumber | undefined;
}

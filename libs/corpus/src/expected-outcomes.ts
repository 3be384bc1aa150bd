export interface ExpectedDetail {
  readonly mime: string;
  readonly size: number;
  readonly chunks: number;
}

/** A record of one test and attempt, as testtools' StreamToDict reported it. */
export interface ExpectedOutcome {
  readonly id: string;
  readonly status: string;
  readonly start: string | null;
  readonly stop: string | null;
  readonly tags: readonly string[];
  readonly details: Readonly<Record<string, ExpectedDetail>>;
}

export interface ExpectedOutcomes {
  readonly stream: string;
  readonly events: number;
  readonly noise_events: number;
  readonly noise_bytes: number;
  readonly parser_errors: number;
  readonly counts_by_status: Readonly<Record<string, number>>;
  readonly tests: readonly ExpectedOutcome[];
}

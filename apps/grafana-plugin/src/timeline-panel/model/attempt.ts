import { type Kind } from './kind';

/** One execution of a test, as the query gave it. Times are milliseconds since 1970 with a fraction. */
export interface Attempt {
  /** The row of the frame, for the links that Grafana makes. */
  readonly row: number;
  readonly test: string;
  readonly testKey: number | null;
  /** Counted from 1. */
  readonly attempt: number;
  /** How many attempts of the test the run has. */
  readonly attempts: number;
  /** The word of the protocol, shown where it says more than the kind. */
  readonly status: string;
  readonly kind: Kind;
  /** Of the test: one attempt failed and one passed. */
  readonly flaky: boolean;
  readonly start: number | null;
  readonly stop: number | null;
  /** `worker-3`, a route code such as `0/1`, or '' where nothing says who ran it. */
  readonly worker: string;
  /** The first line of what went wrong, or ''. */
  readonly message: string;
  readonly tags: readonly string[];
}

/** One file of an attempt. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

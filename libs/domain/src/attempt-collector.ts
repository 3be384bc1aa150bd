import { float64Column, uint32Column, uint8Column } from './columns';
import type { AttemptRecord } from './attempt-record';
import { LabelDictionary } from './label-dictionary';
import type { AttemptStatus } from './run-to-store';
import { ATTEMPT_STATUSES, isFailing, isFinal } from './status';
import { isProcessReturncode } from './test-name';

/** What became of a record. */
export type Collected =
  | { readonly kind: 'attempt'; readonly attempt: number }
  /** Listed only, or about a worker: no test, though its files are kept with the run. */
  | { readonly kind: 'noTest' };

/** Routes are paths of small numbers; whatever is longer is nonsense that no column has to hold. */
const MAX_ROUTE_CHARACTERS = 1000;
const NO_TEST: Collected = { kind: 'noTest' };
const STATUS_CODES = new Map<string, number>(ATTEMPT_STATUSES.map((status, code) => [status, code]));

/**
 * Keeps the attempts of a run in columns of numbers, so that a run of a quarter of a million tests fits
 * into a few dozen megabytes.
 */
export class AttemptCollector {
  /** Test ids as on the wire, in order of their first attempt's end. */
  readonly ids: string[] = [];
  readonly labels = new LabelDictionary();
  readonly testOf = uint32Column();
  private idNumbers: Map<string, number> | null = new Map();
  private readonly latestAttempt = uint32Column();
  private readonly status = uint8Column();
  private readonly start = float64Column();
  private readonly stop = float64Column();
  private readonly labelNumber = uint32Column();
  private readonly messages = new Map<number, string>();
  private idCharacters = 0;
  private failedRunner = false;

  get attemptCount(): number {
    return this.testOf.length;
  }

  get testCount(): number {
    return this.ids.length;
  }

  /** Characters of ids and labels held, for whoever limits memory. */
  get characters(): number {
    return this.idCharacters + this.labels.characters;
  }

  /** A worker said that it exited with a failure. */
  get runnerFailed(): boolean {
    return this.failedRunner;
  }

  add(record: AttemptRecord, failureMessage: string | null = null): Collected {
    const { status, testId } = record;
    if (status === 'exists') return NO_TEST;
    if (isProcessReturncode(testId)) {
      this.failedRunner ||= isFailing(status);
      return NO_TEST;
    }
    const known = this.openNumbers().get(testId);
    if (status === 'unknown' && known !== undefined) return { kind: 'attempt', attempt: this.latestAttempt.at(known) };
    const attempt = this.append(known ?? this.addTest(testId), record, status);
    if (failureMessage !== null) this.messages.set(attempt, failureMessage);
    return { kind: 'attempt', attempt };
  }

  /** The start of the earliest attempt; `null` where none has a time. */
  get earliestStartMicros(): number | null {
    let earliest = Infinity;
    // NaN, for no time, is smaller than nothing.
    for (let attempt = 0; attempt < this.start.length; attempt++) {
      const start = this.start.at(attempt);
      if (start < earliest) earliest = start;
    }
    return Number.isFinite(earliest) ? earliest : null;
  }

  statusOf(attempt: number): AttemptStatus {
    return ATTEMPT_STATUSES[this.status.at(attempt)] ?? 'unknown';
  }

  startOf(attempt: number): number | null {
    return nullIfNaN(this.start.at(attempt));
  }

  stopOf(attempt: number): number | null {
    return nullIfNaN(this.stop.at(attempt));
  }

  labelNumberOf(attempt: number): number {
    return this.labelNumber.at(attempt);
  }

  messageOf(attempt: number): string | null {
    return this.messages.get(attempt) ?? null;
  }

  /** The stream is over: lets go of what only further records would need. */
  seal(): void {
    this.idNumbers = null;
  }

  private openNumbers(): Map<string, number> {
    if (this.idNumbers === null) throw new Error('Expected no record after the end of the stream.');
    return this.idNumbers;
  }

  private addTest(testId: string): number {
    const test = this.ids.push(testId) - 1;
    this.openNumbers().set(testId, test);
    this.latestAttempt.push(0);
    this.idCharacters += testId.length;
    return test;
  }

  private append(test: number, record: AttemptRecord, status: AttemptStatus): number {
    const attempt = this.testOf.push(test);
    this.latestAttempt.set(test, attempt);
    this.status.push(STATUS_CODES.get(status) ?? 0);
    this.start.push(storableTime(record.startMicros));
    this.stop.push(storableTime(isFinal(status) ? record.stopMicros : record.lastSeenMicros));
    this.labelNumber.push(this.labels.numberOf(record.tags, shortenRoute(record.routeCode)));
    return attempt;
  }
}

/** A text stream can hold any year; times that no database column could keep exactly (before 1684, after 2255) count as none. */
function storableTime(micros: number | null): number {
  return micros !== null && Number.isSafeInteger(micros) ? micros : NaN;
}

function shortenRoute(routeCode: string | null): string | null {
  if (routeCode === null || routeCode.length <= MAX_ROUTE_CHARACTERS) return routeCode;
  return `${routeCode.slice(0, MAX_ROUTE_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function nullIfNaN(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

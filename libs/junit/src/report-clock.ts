import { readReportTime } from './report-time';
import { readSeconds } from './seconds';

/** When an attempt was, as far as it is known. */
export interface AttemptTimes {
  readonly startMicros: number | null;
  readonly stopMicros: number | null;
}

type Attributes = Readonly<Record<string, string>>;

export const NO_TIMES: AttemptTimes = { startMicros: null, stopMicros: null };

/**
 * Gives every test of a report its time: reports say how long each took, and seldom more than when its suite began.
 *
 * A test without a `timestamp` of its own starts where the one before it ended; the first of a suite when the suite did, or
 * where that does not say, when the suite before ended.
 */
export class ReportClock {
  private nowMicros: number | null = null;

  constructor(
    private readonly fallbackStartMicros: number,
    private readonly onProblem: (message: string) => void,
  ) {}

  enterSuite(attributes: Attributes): void {
    this.nowMicros = this.timestamp(attributes) ?? this.nowMicros;
  }

  /** The times of a test; the next one follows it. */
  test(attributes: Attributes): AttemptTimes {
    const startMicros = this.timestamp(attributes) ?? this.nowMicros ?? this.fallbackStartMicros;
    const seconds = this.seconds(attributes);
    const stopMicros = seconds === null ? null : startMicros + Math.round(seconds * 1e6);
    this.nowMicros = stopMicros ?? startMicros;
    return { startMicros, stopMicros };
  }

  /** The times of a rerun, which nobody but cargo-nextest and late versions of surefire write. */
  rerun(attributes: Attributes): AttemptTimes {
    const knowsNothing = attributes['time'] === undefined && attributes['timestamp'] === undefined;
    return knowsNothing ? NO_TIMES : this.test(attributes);
  }

  private timestamp(attributes: Attributes): number | null {
    const { micros, problem } = readReportTime(attributes['timestamp'] ?? null);
    if (problem !== null) this.onProblem(problem);
    return micros;
  }

  private seconds(attributes: Attributes): number | null {
    const { seconds, problem } = readSeconds(attributes['time'] ?? null);
    if (problem !== null) this.onProblem(problem);
    return seconds;
  }
}

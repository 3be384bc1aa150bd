/** Hexadecimal digits of one duration in `tm_test_timings.recent`; docs/schema.md says what they are. */
const ENTRY_DIGITS = 20;
const TIME_DIGITS = 8;
const CODE_AT = 9;
const MICROS_AT = 10;

/** How a test ended, as the digits say it. */
const OUTCOMES = { '1': 'passed', '2': 'failed', '3': 'skipped' } as const;
export type MeasuredOutcome = (typeof OUTCOMES)[keyof typeof OUTCOMES];

/** Durations that were measured, each as its digits: as texts they are in the order of their time. */
export type Entries = readonly string[];

/** Takes apart what the database keeps of a test. */
export function splitEntries(recent: string): Entries {
  const entries: string[] = [];
  for (let at = 0; at + ENTRY_DIGITS <= recent.length; at += ENTRY_DIGITS)
    entries.push(recent.slice(at, at + ENTRY_DIGITS));
  return entries;
}

/** The newest first; those of several projects or branches come together here. */
export function newestFirst(entries: Entries): Entries {
  return entries.length < 2 ? entries : [...entries].sort((one, other) => (one < other ? 1 : one > other ? -1 : 0));
}

/** The digits with which entries of that second begin; entries from then on are not less, as texts. */
export function entriesSince(micros: number): string {
  const second = Math.min(0xffff_ffff, Math.max(0, Math.ceil(micros / 1e6)));
  return second.toString(16).toUpperCase().padStart(TIME_DIGITS, '0');
}

/** When the run of an entry began, in microseconds since 1970, whole seconds. */
export function runAtMicros(entry: string): number {
  return Number.parseInt(entry.slice(0, TIME_DIGITS), 16) * 1e6;
}

export function outcomeOf(entry: string): MeasuredOutcome {
  return OUTCOMES[entry[CODE_AT] as keyof typeof OUTCOMES] ?? 'failed';
}

export function microsOf(entry: string): number {
  return Number.parseInt(entry.slice(MICROS_AT), 16);
}

import { type Field } from '@grafana/data';
import { outcomeCode, readOutcome } from './outcome';
import { COUNTS, type CountName, type Recognised, type Source } from './recognise-frames';
import { isMissing, toNumber, toText, toTime } from './read-values';

export interface FoundColumn {
  readonly run: string | null;
  readonly time: number | null;
  readonly job: string | null;
  readonly source: number;
}

/** One entry a row of the frames, in their order; rows that name no test or no column are not in it. */
export interface Entries {
  readonly length: number;
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly outcome: Uint8Array;
  readonly source: Uint32Array;
  readonly seconds: Float64Array;
  /** Counts of a bucket, five an entry in the order of `COUNTS`; `null` where a column is a run. */
  readonly counts: Float64Array | null;
  readonly names: readonly string[];
  readonly columns: readonly FoundColumn[];
  readonly leftOut: number;
}

interface Writable {
  length: number;
  leftOut: number;
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly outcome: Uint8Array;
  readonly source: Uint32Array;
  readonly seconds: Float64Array;
  readonly counts: Float64Array | null;
  readonly names: string[];
  readonly columns: FoundColumn[];
  readonly known: {
    readonly testKeys: Map<unknown, number>;
    readonly tests: Map<unknown, number>;
    readonly runs: Map<unknown, number>;
    readonly times: Map<unknown, number>;
    readonly outcomes: Map<unknown, number>;
  };
}

/** Reads the frames once. There may be a million rows, so nothing is made for a row but its place in the arrays. */
export function collectEntries({ form, sources }: Recognised): Entries {
  const total = sources.reduce((sum, { frame }) => sum + frame.length, 0);
  const entries: Writable = {
    length: 0,
    leftOut: 0,
    row: new Uint32Array(total),
    column: new Uint32Array(total),
    outcome: new Uint8Array(total),
    source: new Uint32Array(total),
    seconds: new Float64Array(total),
    counts: form === 'time' ? new Float64Array(total * COUNTS.length) : null,
    names: [],
    columns: [],
    known: { testKeys: new Map(), tests: new Map(), runs: new Map(), times: new Map(), outcomes: new Map() },
  };
  for (const source of sources) collectSource(entries, source);
  return entries;
}

function collectSource(entries: Writable, source: Source): void {
  for (let at = 0; at < source.frame.length; at++) {
    const name = valueAt(source.test, at);
    const column = isMissing(name) ? null : findColumn(entries, source, at);
    if (column === null) {
      entries.leftOut++;
      continue;
    }
    const to = entries.length++;
    entries.row[to] = findRow(entries, name, valueAt(source.testKey, at));
    entries.column[to] = column;
    entries.source[to] = source.start + at;
    entries.seconds[to] = toNumber(valueAt(source.seconds, at)) ?? NaN;
    entries.outcome[to] =
      entries.counts === null
        ? findOutcome(entries, valueAt(source.outcome, at))
        : collectCounts(entries.counts, to * COUNTS.length, source, at);
  }
}

/** A test is known by its key; where there is none, by its name. */
function findRow({ known, names }: Writable, name: unknown, testKey: unknown): number {
  const [rows, value] = isMissing(testKey) ? [known.tests, name] : [known.testKeys, testKey];
  const found = rows.get(value);
  if (found !== undefined) return found;
  rows.set(value, names.length);
  return names.push(String(name)) - 1;
}

/** A run is known by its id; where there is none, by its time. */
function findColumn({ known, columns, counts }: Writable, source: Source, at: number): number | null {
  const run = counts === null ? valueAt(source.run, at) : null;
  const value = valueAt(source.time, at);
  const [places, id] = isMissing(run) ? [known.times, value] : [known.runs, run];
  const found = places.get(id);
  if (found !== undefined) return found;
  const time = toTime(value);
  if (isMissing(run) && time === null) return null;
  places.set(id, columns.length);
  return columns.push({ run: toText(run), time, job: toText(valueAt(source.job, at)), source: source.start + at }) - 1;
}

function findOutcome({ known: { outcomes } }: Writable, word: unknown): number {
  const found = outcomes.get(word);
  if (found !== undefined) return found;
  const code = outcomeCode(readOutcome(word));
  outcomes.set(word, code);
  return code;
}

function collectCounts(counts: Float64Array, to: number, source: Source, at: number): number {
  COUNTS.forEach((name, index) => {
    counts[to + index] = Math.max(0, toNumber(valueAt(source.counts[name], at)) ?? 0);
  });
  const count = (name: CountName): number => counts[to + COUNTS.indexOf(name)] ?? 0;
  if (count('failed') > 0) return outcomeCode('failed');
  if (count('unfinished') > 0) return outcomeCode('unfinished');
  if (count('flaky') > 0) return outcomeCode('flaky');
  if (count('passed') > 0) return outcomeCode('passed');
  return outcomeCode(count('skipped') > 0 ? 'skipped' : 'unknown');
}

function valueAt(field: Field | undefined, at: number): unknown {
  return field?.values[at];
}

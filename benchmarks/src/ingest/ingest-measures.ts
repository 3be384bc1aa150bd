import { median } from '../measure';
import type { Measure } from '../measure';
import type { SingleRunTimes } from './single-run';

export interface IngestFigures {
  readonly tests: number;
  readonly single: SingleRunTimes;
  /** Tests a second, rollups included. */
  readonly sustained: readonly number[];
  /** Tests a second of the reference, or why there are none. */
  readonly reference: readonly number[] | { readonly missing: string };
}

/** The figures as ratios, the raw numbers beside them. */
export function ingestMeasures({ tests, single, sustained, reference }: IngestFigures): Measure[] {
  const first = median(single.first);
  const bare = median(single.bare);
  const rate = tests / first;
  return [
    againstReference(`ingest, one run of ${tests} new tests, HTTP to commit`, rate, reference, 200),
    {
      what: 'the same against its rows as bare bulk INSERTs',
      target: '>= 50 %',
      result: percent(bare / first),
      raw: `${first.toFixed(2)} s and ${bare.toFixed(2)} s for ${single.rows} rows`,
      reached: bare / first >= 0.5,
    },
    againstReference('ingest, sustained with rollups, 4 uploads at a time', median(sustained), reference, 100),
    {
      what: 'a second upload of the same run',
      target: '< 20 %',
      result: percent(median(single.second) / first),
      raw: `${(median(single.second) * 1000).toFixed(0)} ms and ${(first * 1000).toFixed(0)} ms`,
      reached: median(single.second) / first < 0.2,
    },
  ];
}

function againstReference(what: string, rate: number, reference: IngestFigures['reference'], least: number): Measure {
  const target = `>= ${least} x subunit2sql`;
  const ours = `${rate.toFixed(0)} tests/s`;
  if ('missing' in reference) return { what, target, result: reference.missing, raw: ours, reached: null };
  const theirs = median(reference);
  const raw = `${ours} and ${theirs.toFixed(0)} tests/s (without attachments, which it cannot store)`;
  return { what, target, result: `${(rate / theirs).toFixed(0)} x`, raw, reached: rate / theirs >= least };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

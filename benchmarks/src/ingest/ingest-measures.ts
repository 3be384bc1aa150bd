import { median } from '../measure';
import type { Measure } from '../measure';
import type { ReferenceRates } from './reference-rate';
import type { RunTimes, SingleRunTimes } from './single-run';

export interface IngestFigures {
  readonly tests: number;
  readonly single: SingleRunTimes;
  /** Tests a second, rollups included. */
  readonly sustained: readonly number[];
  /** Of the reference, or why there are none. */
  readonly reference: readonly ReferenceRates[] | { readonly missing: string };
}

/** The figures as ratios, the raw numbers beside them. */
export function ingestMeasures({ tests, single, sustained, reference }: IngestFigures): Measure[] {
  const { fresh, known, again } = single;
  const first = median(fresh.ours);
  return [
    againstReference(`ingest, one run of ${tests} new tests, HTTP to commit`, rate(tests, fresh), reference, {
      kind: 'fresh',
      least: 200,
    }),
    againstBare(fresh),
    againstReference(`ingest, one run of ${tests} known tests, HTTP to commit`, rate(tests, known), reference, {
      kind: 'known',
      least: 200,
    }),
    againstBare(known),
    againstReference('ingest, sustained with rollups, 4 uploads at a time', median(sustained), reference, {
      kind: 'fresh',
      least: 100,
    }),
    {
      what: 'a second upload of the same run',
      target: '< 20 %',
      result: percent(median(again) / first),
      raw: `${(median(again) * 1000).toFixed(0)} ms and ${(first * 1000).toFixed(0)} ms`,
      reached: median(again) / first < 0.2,
    },
  ];
}

function rate(tests: number, { ours }: RunTimes): number {
  return tests / median(ours);
}

function againstBare({ ours, bare, rows }: RunTimes): Measure {
  const share = median(bare) / median(ours);
  return {
    what: 'the same against its rows as bare bulk INSERTs',
    target: '>= 50 %',
    result: percent(share),
    raw: `${median(ours).toFixed(2)} s and ${median(bare).toFixed(2)} s for ${rows} rows`,
    reached: share >= 0.5,
  };
}

function againstReference(
  what: string,
  ourRate: number,
  reference: IngestFigures['reference'],
  { kind, least }: { readonly kind: keyof ReferenceRates; readonly least: number },
): Measure {
  const target = `>= ${least} x subunit2sql`;
  const ours = `${ourRate.toFixed(0)} tests/s`;
  if ('missing' in reference) return { what, target, result: reference.missing, raw: ours, reached: null };
  const theirs = median(reference.map((rates) => rates[kind]));
  const raw = `${ours} and ${theirs.toFixed(0)} tests/s (without attachments, which it cannot store)`;
  return { what, target, result: `${(ourRate / theirs).toFixed(0)} x`, raw, reached: ourRate / theirs >= least };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

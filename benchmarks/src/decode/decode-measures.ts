import { median, type Measure } from '../measure';
import type { Pass } from './contestant';

/** The passes of one contestant, or why there are none. */
export type Passes = readonly Pass[] | { readonly missing: string };

export interface DecodeFigures {
  readonly bytes: number;
  readonly ours: readonly Pass[];
  readonly python: Passes;
  /** Through the crate's reader of streams, which gets its bytes in chunks as our decoder does. */
  readonly rust: Passes;
  /** Packets where they lie in memory: what a stream decoder cannot have, shown beside. */
  readonly rustInMemory: Passes;
}

const LEAST_TIMES_PYTHON = 15;
const LEAST_TIMES_RUST = 0.5;

export function decodeMeasures({ bytes, ours, python, rust, rustInMemory }: DecodeFigures): Measure[] {
  const compared = compare('decoder / Rust crate subunit', LEAST_TIMES_RUST, bytes, ours, rust);
  const beside = 'missing' in rustInMemory ? '' : `; its packets in memory ${describe(bytes, rustInMemory)}`;
  return [
    compare('decoder / python-subunit', LEAST_TIMES_PYTHON, bytes, ours, python),
    { ...compared, raw: compared.raw + beside },
  ];
}

function compare(what: string, least: number, bytes: number, ours: readonly Pass[], other: Passes): Measure {
  const target = `>= ${least} x`;
  if ('missing' in other) {
    return { what, target, result: other.missing, raw: describe(bytes, ours), reached: null };
  }
  const ratio = rateOf(ours) / rateOf(other);
  const raw = `${describe(bytes, ours)} / ${describe(bytes, other)}`;
  return { what, target, result: `${ratio.toFixed(ratio < 10 ? 2 : 1)} x`, raw, reached: ratio >= least };
}

function rateOf(passes: readonly Pass[]): number {
  return median(passes.map(({ events, seconds }) => events / seconds));
}

function describe(bytes: number, passes: readonly Pass[]): string {
  const seconds = median(passes.map((pass) => pass.seconds));
  return `${(rateOf(passes) / 1e6).toFixed(2)} M events/s (${(bytes / seconds / 1e6).toFixed(0)} MB/s)`;
}

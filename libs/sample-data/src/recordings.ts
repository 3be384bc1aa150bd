import { decodeAll } from '@testmetrics/subunit';
import { readSuite, type RecordedTest } from './recorded-suite';
import { SUITES, type SuiteName } from './sample-jobs';

/** Gives the bytes of a recorded stream by its name below the corpus, such as `flaky/run-01.subunit`. */
export type ReadRecording = (name: string) => Uint8Array;

/** Everything the history is made of. */
export interface Recordings {
  readonly suites: Readonly<Record<SuiteName, readonly RecordedTest[]>>;
  /** The thirty recorded runs of the shop, oldest first. */
  readonly shopRuns: readonly Uint8Array[];
}

const SHOP_RUNS = 30;

/** The names of all streams that `loadRecordings` reads. */
export function recordingNames(): string[] {
  return [...Object.values(SUITES).filter((name) => name !== SUITES.shop), ...shopRunNames()];
}

/** Decodes what the history is made of; reads each stream once. */
export function loadRecordings(read: ReadRecording): Recordings {
  const shopRuns = shopRunNames().map(read);
  const suite = (name: SuiteName) =>
    readSuite(name === 'shop' ? shopRuns.flatMap((bytes) => decodeAll(bytes)) : decodeAll(read(SUITES[name])));
  return {
    shopRuns,
    suites: {
      cliff: suite('cliff'),
      osloLog: suite('osloLog'),
      osloConcurrency: suite('osloConcurrency'),
      stestr: suite('stestr'),
      subunit: suite('subunit'),
      subunit2sql: suite('subunit2sql'),
      shop: suite('shop'),
    },
  };
}

function shopRunNames(): string[] {
  return Array.from({ length: SHOP_RUNS }, (_, index) => `flaky/run-${String(index + 1).padStart(2, '0')}.subunit`);
}

import type { TimingQuery } from '@testmetrics/api-contract';
import { dbmFiles, tar, timingStream } from '@testmetrics/timing';
import { timingBody } from './timing-body';
import type { Timing } from './timing-of';

/** Expected durations in one of their forms. */
export interface TimingDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Differs where the bytes do, and is short where they are many; left out where it would be the bytes. */
  readonly essence?: string;
  /** Ids that this form cannot carry. */
  readonly leftOut: readonly string[];
}

export function timingDocument(timing: Timing, format: TimingQuery['format']): TimingDocument {
  switch (format) {
    case 'json':
      return {
        bytes: new TextEncoder().encode(JSON.stringify(timingBody(timing))),
        contentType: 'application/json',
        leftOut: [],
      };
    case 'dbm': {
      const { dat, dir, essence } = dbmFiles(timing.tests);
      const bytes = tar([
        { name: 'times.dbm.dat', content: dat },
        { name: 'times.dbm.dir', content: dir },
      ]);
      return { bytes, contentType: 'application/x-tar', essence, leftOut: [] };
    }
    case 'stream':
      return { ...timingStream(timing.tests), contentType: 'application/vnd.subunit' };
  }
}

import type { ExportedAttempt, ExportedFile, ExportedRun, ExportedTest, StoredRun } from '@testmetrics/database';

/** 2026-09-01 03:17 UTC. */
export const START_MICROS = Date.UTC(2026, 8, 1, 3, 17) * 1000;
export const RUN_ID = '0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a';

/** A test of which only the name need be said; an attempt that is not described is a success of a quarter of a second. */
export interface TestSpec extends Partial<ExportedTest> {
  readonly name: string;
  readonly tries?: readonly Partial<Omit<ExportedAttempt, 'test' | 'number'>>[];
}

export function buildAttempts(specs: readonly TestSpec[]): readonly ExportedAttempt[] {
  return specs.flatMap(({ tries = [{}], ...spec }, index) => {
    const test = { attempts: tries.length, flaky: false, failureMessage: null, ...spec };
    const startMicros = START_MICROS + index * 1_000_000;
    const usual = { status: 'success', startMicros, stopMicros: startMicros + 250_000 } as const;
    const labels = { attrs: null, tags: [], routeCode: null, files: [] };
    return tries.map((attempt, place) => ({ test, number: place + 1, ...usual, ...labels, ...attempt }));
  });
}

export interface RunSpec {
  readonly tests?: readonly TestSpec[];
  readonly files?: readonly ExportedFile[];
  readonly run?: Partial<StoredRun>;
  /** Attempts a page. */
  readonly page?: number;
  /** Called when the reading was ended, however that came. */
  readonly onEnd?: () => void;
}

/** A run as the database would give it. */
export function buildExportedRun({ tests = [], files = [], run = {}, page = 3, onEnd }: RunSpec): ExportedRun {
  const attempts = buildAttempts(tests);
  return {
    run: { ...storedRun(attempts), ...run },
    runId: 1,
    contentHash: new Uint8Array(32),
    async *files() {
      yield* files;
    },
    async *attempts() {
      try {
        for (let at = 0; at < attempts.length; at += page) yield attempts.slice(at, at + page);
      } finally {
        onEnd?.();
      }
    },
  };
}

export function textFile(fileName: string, text: string, contentType: string | null = 'text/plain'): ExportedFile {
  return { fileName, contentType, content: Buffer.from(text), cutBytes: 0 };
}

function storedRun(attempts: readonly ExportedAttempt[]): StoredRun {
  const last = attempts.filter(({ number, test }) => number === test.attempts);
  const count = (status: string): number => last.filter((attempt) => attempt.status === status).length;
  const [fail, uxsuccess] = [count('fail'), count('uxsuccess')];
  const counts = { success: count('success'), skip: count('skip'), xfail: count('xfail'), fail, uxsuccess };
  const unfinished = count('inprogress') + count('unknown');
  return {
    uuid: RUN_ID,
    ...{ job: 'unit', project: 'shop', branch: null, queue: null, commit: null, artifacts: null },
    runAtMicros: START_MICROS,
    receivedAtMicros: START_MICROS,
    totals: { total: last.length, ...counts, unfinished, flaky: 0, secondsSum: 1.5, secondsWall: 1 },
    failed: fail + uxsuccess + unfinished > 0,
    ...{ complete: true, infra: false, sample: false, foreign: false },
    ...{ damageCount: 0, damage: [], metadata: new Map([['build_name', 'unit']]) },
  };
}

export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
}

import type { MetadataKeys, RunToStore } from '@testmetrics/domain';
import type { StoredRun } from '@testmetrics/database';
import type { Clock } from '@testmetrics/runtime';
import { makeRun, runUuid } from './make-run';
import type { RunDescription, StreamFacts } from './make-run';
import type { IngestLimits } from './limits';
import { readStream } from './read-stream';
import { StreamAssembly } from './stream-assembly';
import type { SpoolPlace } from './stream-assembly';
import { UploadError } from './upload-error';

/** What ingestion needs of a store of runs; RunStore of libs/database is one. */
export interface RunWriter {
  findByUuid(uuid: string): Promise<StoredRun | null>;
  /** All rows of the run or none; the same run twice is one. */
  write(run: RunToStore): Promise<{ readonly kind: 'stored' | 'duplicate' | 'conflict'; readonly run: StoredRun }>;
}

export interface IngestDependencies {
  readonly store: RunWriter;
  readonly clock: Clock;
  readonly keys: MetadataKeys;
  readonly limits: IngestLimits;
  readonly spool: SpoolPlace;
}

export interface IngestFigures {
  readonly streamBytes: number;
  readonly receivedBytes: number;
  readonly events: number;
  /** From the last byte to the commit. */
  readonly writeMs: number;
}

export interface IngestResult {
  readonly kind: 'stored' | 'duplicate';
  readonly run: StoredRun;
  readonly figures: IngestFigures;
}

/**
 * Stores a stream as one run, exactly once.
 *
 * Decodes while the bytes arrive; only when the last one is there is the database asked for anything. Whatever goes
 * wrong, nothing of the run is stored and nothing is left of its spool.
 *
 * @throws {UploadError} where the stream is refused, and whatever `source` and `store` throw
 */
export async function ingestRun(
  source: AsyncIterable<Uint8Array>,
  description: RunDescription,
  dependencies: IngestDependencies,
): Promise<IngestResult> {
  const { clock, limits, spool } = dependencies;
  const assembly = new StreamAssembly(limits, spool);
  try {
    const fallbackStartMicros = description.runAtMicros ?? clock.nowMicros();
    const facts = await readStream(source, assembly, { limits, fallbackStartMicros });
    const readAt = performance.now();
    const { kind, run } = await writeRun(
      assembly,
      { description, facts, receivedAtMicros: clock.nowMicros() },
      dependencies,
    );
    const figures = { ...facts, events: assembly.events, writeMs: performance.now() - readAt };
    return { kind, run, figures };
  } finally {
    await assembly.spool.close();
  }
}

interface Upload {
  readonly description: RunDescription;
  readonly facts: StreamFacts;
  readonly receivedAtMicros: number;
}

async function writeRun(
  assembly: StreamAssembly,
  upload: Upload,
  { store, keys }: IngestDependencies,
): Promise<{ kind: 'stored' | 'duplicate'; run: StoredRun }> {
  const earlier = await findDerived(upload, store);
  if (earlier !== null) return { kind: 'duplicate', run: earlier };
  const { kind, run } = await store.write(makeRun(assembly, { ...upload, keys }));
  if (kind === 'conflict') throw runIdTaken(run.uuid);
  return { kind, run };
}

/** An id made of the content says without further question that this upload was stored before. */
async function findDerived({ description, facts }: Upload, store: RunWriter): Promise<StoredRun | null> {
  if (description.runId !== null) return null;
  return store.findByUuid(runUuid(description, facts.contentHash));
}

function runIdTaken(uuid: string): UploadError {
  return new UploadError('run_id_taken', 'This run_id belongs to a run with other content.', {
    status: 409,
    expected: 'a run_id of its own for every stream',
    found: `${uuid}, already stored with another stream`,
    action: 'choose another run_id, or leave it out',
  });
}

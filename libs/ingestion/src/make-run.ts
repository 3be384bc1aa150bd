import { createHash } from 'node:crypto';
import {
  buildTests,
  dimensionsOf,
  isFailedRun,
  isInfraRun,
  runIdentityText,
  totalsOf,
  uuidOfHash,
} from '@testmetrics/domain';
import type { MetadataKeys, RunToStore } from '@testmetrics/domain';
import type { RunFormat } from '@testmetrics/junit';
import { attachmentsToStore, runAttachmentsToStore } from './attachments-to-store';
import type { StreamAssembly } from './stream-assembly';

/** What a client says of its run, checked. */
export interface RunDescription {
  readonly metadata: ReadonlyMap<string, string>;
  /** In lower case; `null`: derived from the upload, so that a repeated upload gets the same. */
  readonly runId: string | null;
  readonly runAtMicros: number | null;
  readonly artifacts: string | null;
}

/** What passed by while the stream was read. */
export interface StreamFacts {
  readonly contentHash: Uint8Array;
  readonly format: RunFormat;
  readonly streamBytes: number;
  readonly receivedBytes: number;
}

/** The run's id: the client's, else made of what makes an upload the same as another. */
export function runUuid({ runId, metadata, runAtMicros }: RunDescription, contentHash: Uint8Array): string {
  if (runId !== null) return runId;
  const contentHashHex = Buffer.from(contentHash).toString('hex');
  const text = runIdentityText({ contentHashHex, metadata, runAtMicros });
  return uuidOfHash(createHash('sha256').update(text).digest());
}

export interface MakeRunOptions {
  readonly description: RunDescription;
  readonly facts: StreamFacts;
  readonly keys: MetadataKeys;
  readonly receivedAtMicros: number;
}

/** Makes the value that is stored out of everything known at the end of the stream. */
export function makeRun(assembly: StreamAssembly, options: MakeRunOptions): RunToStore {
  const { description, facts, keys, receivedAtMicros } = options;
  const { collector, spool, files, damage, damageCount, events, noiseBytes } = assembly;
  const tests = buildTests(collector);
  const totals = totalsOf(tests);
  return {
    uuid: runUuid(description, facts.contentHash),
    runAtMicros: description.runAtMicros ?? collector.earliestStartMicros ?? receivedAtMicros,
    receivedAtMicros,
    artifacts: description.artifacts,
    metadata: description.metadata,
    ...dimensionsOf(description.metadata, keys),
    totals,
    failed: isFailedRun(totals, collector),
    complete: damageCount === 0 && totals.unfinished === 0,
    infra: isInfraRun(totals),
    sample: description.metadata.get('sample') === 'true',
    upload: { ...facts, events, noiseBytes, damageCount, damage },
    tests,
    attachments: attachmentsToStore({ spool, files, collector }),
    runAttachments: runAttachmentsToStore({ spool, files }),
  };
}

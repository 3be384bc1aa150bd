import { AttemptAssembler, AttemptCollector, buildTests, normalizeMimeType } from '@testmetrics/domain';
import type { AttemptRecord, Detail, TestToStore } from '@testmetrics/domain';
import { decodeAll } from '@testmetrics/subunit';
import type { DecoderOptions } from '@testmetrics/subunit';
import { createHash } from 'node:crypto';

/** What a stream says of a test, by the rules by which runs are stored. */
export interface Outcome {
  readonly id: string;
  readonly attempts: readonly OutcomeAttempt[];
}

export interface OutcomeAttempt {
  readonly status: string;
  readonly startMicros: number | null;
  readonly stopMicros: number | null;
  readonly tags: readonly string[];
  readonly route: string | null;
  readonly files: readonly FileOutcome[];
}

export interface FileOutcome {
  readonly name: string;
  readonly mime: string;
  readonly hash: string;
}

export function fileOutcome(name: string, mime: string, content: Uint8Array): FileOutcome {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { name, mime: normalizeMimeType(mime), hash };
}

interface Contents {
  readonly names: Map<Detail, { name: string; mime: string; bytes: Uint8Array[] }>;
}

/** The outcomes of all tests, sorted by id: status, times, tags, route and files of every attempt in order. */
export function outcomesOf(stream: Uint8Array, options: DecoderOptions = {}): readonly Outcome[] {
  const collector = new AttemptCollector();
  const contents: Contents = { names: new Map() };
  const filesOf: FileOutcome[][] = [];
  const assembler = new AttemptAssembler(
    {
      record: (record) => {
        const collected = collector.add(record);
        if (collected.kind === 'attempt') (filesOf[collected.attempt] ??= []).push(...filesOfRecord(record, contents));
      },
      content: (_, detail, bytes) => {
        const known = contents.names.get(detail) ?? {
          name: detail.fileName,
          mime: normalizeMimeType(detail.mimeType),
          bytes: [],
        };
        known.bytes.push(bytes.slice());
        contents.names.set(detail, known);
      },
    },
    { existsInProgress: 'ignored' },
  );
  for (const item of decodeAll(stream, options)) if (item.kind === 'event') assembler.push(item.event);
  assembler.finish();
  const attemptsOfTest = attemptsByTest(collector);
  return [...buildTests(collector)]
    .map((test, index) =>
      toOutcome(
        test,
        (attemptsOfTest[index] ?? []).map((attempt) => filesOf[attempt] ?? []),
      ),
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function attemptsByTest(collector: AttemptCollector): number[][] {
  const found: number[][] = [];
  for (let attempt = 0; attempt < collector.attemptCount; attempt++) {
    (found[collector.testOf.at(attempt)] ??= []).push(attempt);
  }
  return found;
}

function toOutcome({ fullId, attempts }: TestToStore, files: readonly FileOutcome[][]): Outcome {
  return {
    id: fullId,
    attempts: attempts.map(({ status, startMicros, stopMicros, labels }, index) => ({
      ...{ status, startMicros, stopMicros, tags: labels?.tags ?? [], route: labels?.routeCode ?? null },
      files: files[index] ?? [],
    })),
  };
}

function filesOfRecord(record: AttemptRecord, { names }: Contents): FileOutcome[] {
  return [...record.details.values()].flatMap((detail) => {
    const found = names.get(detail);
    if (found === undefined) return [];
    const { name, mime, bytes } = found;
    return [fileOutcome(name, mime, Buffer.concat(bytes))];
  });
}

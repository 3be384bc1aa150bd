import { AttemptAssembler, type AttemptRecord } from '@testmetrics/domain';
import type { Damage } from '@testmetrics/subunit';
import { RunDecoder, type RunFormat } from '../run-decoder';

/** 2026-09-01 03:17 UTC, in microseconds: where the report names no time. */
export const FALLBACK_MICROS = Date.UTC(2026, 8, 1, 3, 17) * 1000;

export interface ReadAttempt {
  readonly id: string;
  readonly status: string;
  /** Since `FALLBACK_MICROS`. */
  readonly start: number | null;
  readonly seconds: number | null;
  readonly tags: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

export interface ReadReport {
  readonly format: RunFormat | null;
  readonly hasReport: boolean;
  readonly attempts: readonly ReadAttempt[];
  readonly runFiles: Readonly<Record<string, string>>;
  readonly damage: readonly Damage[];
  readonly noise: string;
}

/** Reads a report as ingestion does, in chunks cut at the given places, each of which is overwritten afterwards. */
export function readReport(report: string | Uint8Array, cuts: readonly number[] = []): ReadReport {
  const bytes = typeof report === 'string' ? Buffer.from(report) : report;
  const attempts: ReadAttempt[] = [];
  const runFiles: Record<string, string> = {};
  const damage: Damage[] = [];
  const contents = new Map<AttemptRecord, Record<string, string>>();
  let noise = '';
  const assembler = new AttemptAssembler({
    record: (record) => attempts.push(toAttempt(record, contents.get(record) ?? {})),
    content: (record, { fileName }, piece) => {
      const files = contents.get(record) ?? {};
      files[fileName] = (files[fileName] ?? '') + Buffer.from(piece).toString();
      contents.set(record, files);
    },
  });
  const decoder = new RunDecoder(
    {
      onEvent: (event) => {
        const { testId, fileName, fileBytes } = event;
        if (testId === null && fileName !== null) {
          runFiles[fileName] = (runFiles[fileName] ?? '') + Buffer.from(fileBytes ?? []).toString();
        }
        assembler.push(event);
      },
      onNoise: (piece) => (noise += Buffer.from(piece).toString('latin1')),
      onDamage: (place) => damage.push(place),
    },
    { fallbackStartMicros: FALLBACK_MICROS },
  );
  [0, ...cuts].forEach((cut, index) => {
    const chunk = new Uint8Array(bytes.subarray(cut, cuts[index] ?? bytes.length));
    decoder.push(chunk);
    chunk.fill(0xff);
  });
  decoder.end();
  assembler.finish();
  const { format, hasReport } = decoder;
  return { format, hasReport, attempts, runFiles, damage, noise };
}

function toAttempt(record: AttemptRecord, files: Readonly<Record<string, string>>): ReadAttempt {
  const { testId: id, status, startMicros, stopMicros, tags } = record;
  const start = startMicros === null ? null : (startMicros - FALLBACK_MICROS) / 1e6;
  const seconds = startMicros === null || stopMicros === null ? null : (stopMicros - startMicros) / 1e6;
  return { id, status, start, seconds, tags, files };
}

/** `id status`, one for each attempt. */
export function verdicts({ attempts }: ReadReport): string[] {
  return attempts.map(({ id, status }) => `${id} ${status}`);
}

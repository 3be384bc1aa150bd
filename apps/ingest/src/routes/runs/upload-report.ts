import type { IngestResult } from '@testmetrics/ingestion';
import type { Logger } from '@testmetrics/runtime';
import { ClientGoneError } from '../../http/client-gone-error';
import { toProblem } from '../../http/problem';
import type { Metrics } from '../../metrics';

interface ReportParts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Told the code of an upload that was refused. */
  readonly onRefused: (code: string) => void;
}

/** Tells log and metrics of one upload: one line, whatever becomes of it. */
export class UploadReport {
  /** Name of the token, once known. */
  writer: string | null = null;
  private readonly startedAt = performance.now();
  private readonly logger: Logger;
  private readonly metrics: Metrics;
  private readonly onRefused: (code: string) => void;

  constructor(
    { logger, metrics, onRefused }: ReportParts,
    private readonly requestId: string,
  ) {
    this.logger = logger;
    this.metrics = metrics;
    this.onRefused = onRefused;
  }

  succeeded({ kind, run, figures }: IngestResult): void {
    this.count(kind);
    if (kind === 'stored') this.countStored(run.totals.total, figures, run.damageCount);
    this.logger.info(
      {
        ...this.common(),
        runId: run.uuid,
        job: run.job,
        tests: run.totals.total,
        streamBytes: figures.streamBytes,
        receivedBytes: figures.receivedBytes,
        writeMs: Math.round(figures.writeMs),
        duplicate: kind === 'duplicate',
        damage: run.damageCount,
      },
      kind === 'duplicate' ? 'run was stored before' : 'run stored',
    );
  }

  failed(error: unknown): void {
    if (error instanceof ClientGoneError) {
      this.count('aborted');
      this.logger.info({ ...this.common(), code: error.code }, 'upload aborted by the client');
      return;
    }
    const { code, status } = toProblem(error, this.requestId).body;
    this.count(status < 500 ? 'refused' : 'failed');
    this.metrics.refused.inc({ code });
    this.onRefused(code);
    this.logger.info({ ...this.common(), code, status }, 'upload refused');
  }

  private common() {
    return { requestId: this.requestId, writer: this.writer, ms: Math.round(performance.now() - this.startedAt) };
  }

  private count(result: string): void {
    this.metrics.uploads.inc({ result });
    this.metrics.uploadSeconds.observe({ result }, (performance.now() - this.startedAt) / 1000);
  }

  private countStored(
    tests: number,
    { streamBytes, receivedBytes, writeMs }: IngestResult['figures'],
    damage: number,
  ): void {
    this.metrics.tests.inc(tests);
    this.metrics.streamBytes.inc(streamBytes);
    this.metrics.receivedBytes.inc(receivedBytes);
    this.metrics.damage.inc(damage);
    this.metrics.writeSeconds.observe(writeMs / 1000);
  }
}

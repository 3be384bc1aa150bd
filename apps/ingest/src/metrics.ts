import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const UPLOAD_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** Where the rollup loop stands. */
export interface RollupLag {
  /** Runs stored and not yet counted. */
  readonly runs: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
}

/** What the service counts. */
export class Metrics {
  readonly registry = new Registry();
  readonly uploads = this.counter('uploads_total', 'Uploads by result.', ['result']);
  readonly refused = this.counter('uploads_refused_total', 'Uploads that were not stored, by problem code.', ['code']);
  readonly tests = this.counter('tests_total', 'Tests stored.');
  readonly streamBytes = this.counter('stream_bytes_total', 'Bytes of stored streams, decompressed.');
  readonly receivedBytes = this.counter('received_bytes_total', 'Bytes of stored streams, as received.');
  readonly damage = this.counter('damage_total', 'Damaged places in stored streams.');
  readonly uploadSeconds = this.histogram('upload_seconds', 'Upload from its head to its reply.', UPLOAD_SECONDS, [
    'result',
  ]);
  readonly writeSeconds = this.histogram(
    'write_seconds',
    'Writing of a run, from its last byte to its commit.',
    UPLOAD_SECONDS,
  );
  readonly requestSeconds = this.histogram('http_request_seconds', 'HTTP requests.', REQUEST_SECONDS, [
    'method',
    'route',
    'status',
  ]);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Asked whenever metrics are read. */
  observeUploads(inProgress: () => number): void {
    this.gauge('uploads_in_progress', 'Uploads being taken.', inProgress);
  }

  /** Asked whenever metrics are read; where the database does not answer the lag is left out. */
  observeRollupLag(read: () => Promise<RollupLag | null>): void {
    const registers = [this.registry];
    const seconds = new Gauge({
      name: 'testmetrics_rollup_lag_seconds',
      help: 'Age of the oldest run not yet counted.',
      registers,
    });
    const runs: Gauge = new Gauge({
      name: 'testmetrics_rollup_lag_runs',
      help: 'Runs stored and not yet counted.',
      registers,
      collect: async () => {
        const lag = await read().catch(() => null);
        if (lag === null) {
          runs.reset();
          seconds.reset();
          return;
        }
        runs.set(lag.runs);
        seconds.set(lag.seconds);
      },
    });
  }

  private counter<Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) {
    return new Counter<Label>({ name: `testmetrics_${name}`, help, labelNames, registers: [this.registry] });
  }

  private histogram<Label extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[] = [],
  ) {
    return new Histogram<Label>({ name: `testmetrics_${name}`, help, buckets, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name: `testmetrics_${name}`,
      help,
      registers: [this.registry],
      collect: () => gauge.set(read()),
    });
  }
}

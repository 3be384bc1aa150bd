import { encodeRun, postStream } from '@testmetrics/harness';
import { waitForRollups } from './rollups';
import { expectStatus } from './single-run';
import type { Contest } from './single-run';

export interface SustainedShape {
  readonly uploads: number;
  readonly testsEach: number;
  readonly parallel: number;
}

/**
 * Uploads runs of one job, several at a time, and waits until all of them are rolled up.
 *
 * @returns tests a second from the first byte sent to the last rollup written
 */
export async function measureSustained(
  { serviceUrl, connection, log }: Contest,
  { uploads, testsEach, parallel }: SustainedShape,
  repetition: number,
): Promise<number> {
  const streams = Array.from({ length: uploads }, (_, number) => {
    const startMicros = (Date.UTC(2026, 8, 1 + repetition) + number * 600_000) * 1000;
    return encodeRun({ tests: testsEach, prefix: 'sustained', seed: 1000 * repetition + number, startMicros });
  });
  const url = `${serviceUrl}/v1/runs?meta.build_name=bench-sustained&meta.project=bench&meta.build_branch=main`;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let stream = streams.pop(); stream !== undefined; stream = streams.pop()) {
        expectStatus(await postStream(url, stream), 201);
      }
    }),
  );
  const uploaded = (performance.now() - started) / 1000;
  await waitForRollups(connection);
  const seconds = (performance.now() - started) / 1000;
  const rate = (uploads * testsEach) / seconds;
  log(
    `  ${uploads} runs of ${testsEach} tests, ${parallel} at a time: uploaded in ${uploaded.toFixed(2)} s, ` +
      `rolled up after ${seconds.toFixed(2)} s: ${rate.toFixed(0)} tests/s`,
  );
  return rate;
}

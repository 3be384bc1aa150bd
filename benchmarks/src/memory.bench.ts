import { postStream, startIngest } from '@testmetrics/harness';
import { numberFromEnvironment } from './bench-directory';
import { startBenchServer } from './ingest/bench-server';
import type { BenchServer } from './ingest/bench-server';
import { waitForRollups } from './ingest/rollups';
import { expectStatus } from './ingest/single-run';
import { formatMeasures } from './measure';
import type { Measure } from './measure';
import { largeAttachments, manyTests, manyTestsAsJunit } from './memory/large-streams';
import type { LargeStream } from './memory/large-streams';

const MEGABYTE = 1e6;
const STREAM_BYTES = numberFromEnvironment('BENCH_MEMORY_MB', 1000) * MEGABYTE;
const LIMIT_BYTES = 250 * MEGABYTE;
/** A large CI run, and nearly as many tests as a run may have. */
const MANY_TESTS = [20_000, 240_000];

/** `npm run bench -- memory JUnit`: only streams whose name has this in it. */
const ONLY = process.argv[2] ?? '';

const log = (line: string): void => console.log(line);

/** Peak memory of a fresh service while one large stream arrives, is committed, and becomes part of the rollups. */
async function measure(server: BenchServer, databaseUrl: string, stream: LargeStream): Promise<Measure> {
  const service = await startIngest({ databaseUrl, env: { LOG_LEVEL: 'warn' } });
  try {
    const idle = service.peakMemoryBytes();
    const url = `${service.url}/v1/runs?meta.build_name=memory`;
    const { seconds } = expectStatus(await postStream(url, stream.chunks()), 201);
    const connection = await server.connect(databaseUrl);
    await waitForRollups(connection);
    await connection.end();
    const peak = service.peakMemoryBytes();
    log(`  ${stream.name}: ${(peak / MEGABYTE).toFixed(0)} MB, stored in ${seconds.toFixed(1)} s`);
    return {
      what: `service memory during a stream of ${STREAM_BYTES / MEGABYTE} MB: ${stream.name}`,
      target: `< ${LIMIT_BYTES / MEGABYTE} MB`,
      result: `${(peak / MEGABYTE).toFixed(0)} MB`,
      raw: `peak RSS; after the start ${(idle / MEGABYTE).toFixed(0)} MB; ${seconds.toFixed(1)} s`,
      reached: peak < LIMIT_BYTES,
    };
  } catch (error) {
    log(service.log());
    throw error;
  } finally {
    await service.stop();
  }
}

async function main(): Promise<void> {
  const server = await startBenchServer(log);
  try {
    const databaseUrl = await server.createOurs('bench_memory');
    const measures: Measure[] = [];
    const shapes = [
      largeAttachments(STREAM_BYTES, 4 * MEGABYTE),
      ...MANY_TESTS.map((tests) => manyTests(STREAM_BYTES, tests)),
      ...MANY_TESTS.map((tests) => manyTestsAsJunit(STREAM_BYTES, tests)),
    ];
    for (const stream of shapes.filter(({ name }) => name.includes(ONLY))) {
      measures.push(await measure(server, databaseUrl, stream));
    }
    console.log(`\n${formatMeasures(measures)}`);
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

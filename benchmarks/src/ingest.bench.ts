import { join } from 'node:path';
import { encodeRun, findReferenceTool, postStream, startIngest } from '@testmetrics/harness';
import { benchDirectory, numberFromEnvironment } from './bench-directory';
import { BareSchema } from './ingest/bare-schema';
import { startBenchServer } from './ingest/bench-server';
import type { BenchServer } from './ingest/bench-server';
import { ingestMeasures } from './ingest/ingest-measures';
import type { IngestFigures } from './ingest/ingest-measures';
import { measureReference } from './ingest/reference-rate';
import type { ReferenceRates } from './ingest/reference-rate';
import { expectStatus, measureSingleRun, noTimes } from './ingest/single-run';
import type { Contest } from './ingest/single-run';
import { measureSustained } from './ingest/sustained';
import { formatMeasures } from './measure';

const TESTS = numberFromEnvironment('BENCH_TESTS', 20_000);
const REPETITIONS = numberFromEnvironment('BENCH_REPETITIONS', 5);
const REFERENCE_TESTS = numberFromEnvironment('BENCH_REFERENCE_TESTS', 2_000);
const REFERENCE_REPETITIONS = Math.min(3, REPETITIONS);
const SUSTAINED_REPETITIONS = Math.min(3, REPETITIONS);
const SUSTAINED = { uploads: 24, testsEach: 5_000, parallel: 4 };

const log = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const server = await startBenchServer(log);
  try {
    log(`MariaDB ${await server.version()}, durable commits; Node ${process.version}`);
    console.log(`\n${formatMeasures(ingestMeasures(await measure(server)))}`);
  } finally {
    await server.stop();
  }
}

async function measure(server: BenchServer): Promise<IngestFigures> {
  const databaseUrl = await server.createOurs('bench_ours');
  const connection = await server.connect(databaseUrl);
  const service = await startIngest({ databaseUrl, env: { LOG_LEVEL: 'warn' } });
  const bare = await BareSchema.create(server, connection);
  const contest: Contest = { server, serviceUrl: service.url, connection, bare, tests: TESTS, log };
  try {
    return await interleave(contest);
  } catch (error) {
    log(service.log());
    throw error;
  } finally {
    await bare.close();
    await connection.end();
    await service.stop();
  }
}

/** The contestants take turns, so that whatever else the machine does meets all of them. */
async function interleave(contest: Contest): Promise<IngestFigures> {
  const tool = findReferenceTool(join(benchDirectory(), 'venv'), log);
  const single = noTimes();
  const sustained: number[] = [];
  const reference: ReferenceRates[] = [];
  await warmUp(contest);
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    await measureSingleRun(contest, repetition, single);
    if (repetition < SUSTAINED_REPETITIONS) sustained.push(await measureSustained(contest, SUSTAINED, repetition));
    if ('program' in tool && repetition < REFERENCE_REPETITIONS) {
      const rates = await measureReference(contest.server, tool.program, { tests: REFERENCE_TESTS, repetition });
      const { fresh, known } = rates;
      log(
        `  subunit2sql, ${REFERENCE_TESTS} new tests: ${fresh.toFixed(0)} tests/s; known: ${known.toFixed(0)} tests/s`,
      );
      reference.push(rates);
    }
  }
  return { tests: TESTS, single, sustained, reference: 'program' in tool ? reference : tool };
}

/** A service that has just started compiles its code and opens its connections in the first upload. */
async function warmUp({ serviceUrl }: Contest): Promise<void> {
  const stream = encodeRun({ tests: 2_000, prefix: 'warmup', seed: 0, startMicros: Date.UTC(2026, 8, 1) * 1000 });
  expectStatus(await postStream(`${serviceUrl}/v1/runs?meta.build_name=warm-up`, stream), 201);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

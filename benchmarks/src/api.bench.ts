import { startIngest } from '@testmetrics/harness';
import { askTogether, percentile } from './api/ask-together';
import type { Asked } from './api/ask-together';
import { chooseExamples } from './api/choose-examples';
import { endpointUrls } from './api/endpoint-urls';
import { formatMeasures } from './measure';
import type { Measure } from './measure';
import { startHistoryServer } from './panels/history-server';
import { readOptions } from './panels/panel-options';

const CLIENTS = 50;
const DAYS = 90;
const TARGET_MS = 300;
/** Answers per endpoint for each repetition. */
const REQUESTS = 100;

const log = (line: string): void => console.log(line);

/** Every read endpoint of the service over a made-up year, 50 clients at a time: `npm run bench -- api [--rows N] [--keep DIR]`. */
async function main(): Promise<void> {
  const { rows, keep, repetitions, only } = readOptions(process.argv.slice(2));
  const server = await startHistoryServer(keep, log);
  try {
    const database = await server.open(rows[0] ?? 0);
    log(`MariaDB ${server.version}, Node ${process.version}; ${database.testRuns} test runs, ${CLIENTS} clients`);
    const examples = await chooseExamples(database.connection);
    const service = await startIngest({ databaseUrl: database.url, env: { LOG_LEVEL: 'warn' } });
    try {
      const paths = endpointUrls(examples, { endMs: database.endSeconds * 1000, days: DAYS });
      const measures: Measure[] = [];
      for (const path of paths.filter((one) => only === null || one.includes(only))) {
        // Once alone, so that no endpoint pays for the caches of the one before.
        const alone = await askTogether(`${service.url}${path}`, { clients: 1, requests: 3 });
        const together = await askTogether(`${service.url}${path}`, {
          clients: CLIENTS,
          requests: REQUESTS * repetitions,
        });
        measures.push(measureOf(path, alone, together));
        log(formatMeasures(measures.slice(-1)).split('\n').at(-1) ?? '');
      }
      console.log(`\n${formatMeasures(measures)}`);
      if (measures.some(({ reached }) => reached === false)) process.exitCode = 1;
    } finally {
      await service.stop();
    }
  } finally {
    await server.stop();
  }
}

function measureOf(path: string, alone: Asked, together: Asked): Measure {
  const p95 = percentile(together.ms, 0.95);
  const failed = [...alone.errors, ...together.errors];
  const figures = [
    `median ${percentile(together.ms, 0.5).toFixed(0)} ms`,
    `alone ${percentile(alone.ms, 0.5).toFixed(1)} ms`,
    `${(together.ms.length / together.seconds).toFixed(0)} a second`,
    `${(together.bytes / 1024).toFixed(1)} KiB`,
    ...failed.map(([status, body]) => `${status}: ${body}`),
  ];
  return {
    what: decodeURIComponent(path.split('?')[0] ?? path).slice(0, 60),
    target: `p95 < ${TARGET_MS} ms`,
    result: failed.length > 0 ? 'errors' : `${p95.toFixed(0)} ms`,
    raw: figures.join(', '),
    reached: failed.length === 0 && p95 < TARGET_MS,
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

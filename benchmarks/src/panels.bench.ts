import { join } from 'node:path';
import { runCommand } from '@testmetrics/harness';
import { formatMeasures } from './measure';
import { startHistoryServer, type HistoryDatabase, type HistoryServer } from './panels/history-server';
import { readOptions, type PanelOptions } from './panels/panel-options';
import { formatPanels, panelMeasures } from './panels/panel-table';
import { readPanels } from './panels/read-panels';
import { timePanels, type PanelTiming } from './panels/time-panels';

const DASHBOARDS = join(__dirname, '../../provisioning/dashboards');
/** Small enough to compute everything again from the raw rows. */
const PROVEN_ROWS = 40_000;
const EXPLAINED_MS = 100;

const log = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const server = await startHistoryServer(options.keep, log);
  try {
    log(`MariaDB ${server.version}, Node ${process.version}; databases in ${options.keep}`);
    await proveGenerator(server);
    const databases: HistoryDatabase[] = [];
    for (const rows of options.rows) databases.push(await server.open(rows));
    await measure(databases, options);
  } finally {
    await server.stop();
  }
}

/** What the generator writes equals what uploads and the rollup loop would have: the check computes all of it again. */
async function proveGenerator(server: HistoryServer): Promise<void> {
  const database = await server.open(PROVEN_ROWS);
  const { status, stdout, stderr } = await runCommand(['db', 'check'], { DATABASE_URL: database.url });
  if (status !== 0) throw new Error(`The generated database does not pass its check:\n${stdout}${stderr}`);
  log(`  a generated database of ${database.testRuns} test runs passes db check`);
}

async function measure(databases: readonly HistoryDatabase[], options: PanelOptions): Promise<void> {
  const panels = readPanels(DASHBOARDS).filter(
    ({ dashboard, panel }) => options.only === null || `${dashboard} ${panel}`.includes(options.only),
  );
  const sizes = databases.map(({ rows }) => rows);
  const done = await timePanels(databases, panels, { repetitions: options.repetitions, log });
  console.log(`\n${formatPanels(done.panels, sizes, done.floors)}`);
  if (options.explain) await explainSlow(databases, done.panels);
  const measures = panelMeasures(done.panels, sizes, done.floors);
  console.log(`\n${formatMeasures(measures)}`);
  if (measures.some(({ reached }) => reached === false)) process.exitCode = 1;
}

async function explainSlow(databases: readonly HistoryDatabase[], panels: readonly PanelTiming[]): Promise<void> {
  for (const { query, range, timings, sql } of panels) {
    if (Math.max(...(timings.at(-1)?.ms ?? [])) < EXPLAINED_MS) continue;
    console.log(`\n${query.dashboard} / ${query.panel} (${range})\n${sql}`);
    const [rows] = (await databases.at(-1)?.connection.query(`EXPLAIN ${sql}`)) ?? [[]];
    console.table(rows);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

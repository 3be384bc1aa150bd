import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@testmetrics/runtime';
import { z } from 'zod';

/** Only what the preview itself looks at; the page reads the rest. */
const dashboardSchema = z.looseObject({
  uid: z.string().min(1),
  title: z.string().min(1),
  description: z.string().default(''),
  tags: z.array(z.string()).default([]),
  panels: z.array(z.looseObject({})),
});

/** `app`: on our datasource, brought by the plugin. `mysql`: on plain MySQL, provisioned as files. */
export type Flavour = 'app' | 'mysql';

export type DashboardJson = z.output<typeof dashboardSchema> & { readonly flavour: Flavour };

export interface DashboardDirectories {
  /** Has the subdirectory `dashboards`, which must be there. */
  readonly provisioning: string;
  /** The dashboards that the built plugin brings; absent where it is not built. */
  readonly plugin: string;
}

/** All dashboards of both flavours. Files are read at each request: a change shows after a reload, as in Grafana. */
export class DashboardStore {
  readonly #directories: DashboardDirectories;

  constructor(directories: DashboardDirectories) {
    this.#directories = directories;
  }

  /** From the whole to the part; where a uid is in both flavours, the app's stands. */
  async all(): Promise<DashboardJson[]> {
    const provisioned = join(this.#directories.provisioning, 'dashboards');
    const app = await readAll(this.#directories.plugin, 'app', await list(this.#directories.plugin).catch(() => []));
    const mysql = await readAll(provisioned, 'mysql', await list(provisioned).catch(refuse(provisioned)));
    const uids = new Set(app.map(({ uid }) => uid));
    return [...app.sort(byPlace), ...mysql.filter(({ uid }) => !uids.has(uid)).sort(byPlace)];
  }
}

async function list(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.json'));
}

function refuse(directory: string) {
  return (cause: unknown): never => {
    throw new AppError('no_dashboards', `There are no dashboards in ${directory}.`, {
      cause,
      expected: 'a directory with the dashboards that the repository has in provisioning/dashboards',
      action: 'set TESTMETRICS_PROVISIONING_DIR to the directory "provisioning"',
    });
  };
}

function readAll(directory: string, flavour: Flavour, names: readonly string[]): Promise<DashboardJson[]> {
  return Promise.all(names.map(async (name) => ({ ...(await read(join(directory, name))), flavour })));
}

async function read(file: string) {
  const parsed = dashboardSchema.safeParse(parseJson(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new AppError('bad_dashboard', `${file} is no dashboard: ${z.prettifyError(parsed.error)}`, {
    action: 'write it again with "npm run generate"',
  });
}

/** From the whole to the part; others follow by title. */
const ORDER = [
  ...['overview', 'project', 'job', 'test', 'run', 'compare'],
  ...['tests', 'failures', 'durations', 'service'],
];

function byPlace(a: DashboardJson, b: DashboardJson): number {
  return place(a.uid) - place(b.uid) || (a.title < b.title ? -1 : 1);
}

function place(uid: string): number {
  const index = ORDER.indexOf(uid.replace(/^tm-(sql-)?/, ''));
  return index === -1 ? ORDER.length : index;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

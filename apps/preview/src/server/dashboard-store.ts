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

export type DashboardJson = z.output<typeof dashboardSchema>;

/** The provisioned dashboards. Files are read at each request: a change shows after a reload, as in Grafana. */
export class DashboardStore {
  readonly #directory: string;

  constructor(provisioningDirectory: string) {
    this.#directory = join(provisioningDirectory, 'dashboards');
  }

  async all(): Promise<DashboardJson[]> {
    const names = (await this.#list()).filter((name) => name.endsWith('.json'));
    const dashboards = await Promise.all(names.map((name) => this.#read(join(this.#directory, name))));
    return dashboards.sort((a, b) => order(a.uid) - order(b.uid) || (a.title < b.title ? -1 : 1));
  }

  async #list(): Promise<string[]> {
    try {
      return await readdir(this.#directory);
    } catch (cause) {
      throw new AppError('no_dashboards', `There are no dashboards in ${this.#directory}.`, {
        cause,
        expected: 'a directory with the dashboards that the repository has in provisioning/dashboards',
        action: 'set TESTMETRICS_PROVISIONING_DIR to the directory "provisioning"',
      });
    }
  }

  async #read(file: string): Promise<DashboardJson> {
    const parsed = dashboardSchema.safeParse(parseJson(await readFile(file, 'utf8')));
    if (parsed.success) return parsed.data;
    throw new AppError('bad_dashboard', `${file} is no dashboard: ${z.prettifyError(parsed.error)}`, {
      action: 'write it again with "npm run generate"',
    });
  }
}

/** From the whole to the part; others follow by title. */
const ORDER = ['tm-overview', 'tm-job', 'tm-test'];

function order(uid: string): number {
  const index = ORDER.indexOf(uid);
  return index === -1 ? ORDER.length : index;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

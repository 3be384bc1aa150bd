import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Only what the preview itself looks at; the page, and the plugin's own code, read the rest. */
const pluginSchema = z.looseObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  type: z.enum(['app', 'datasource', 'panel']),
  name: z.string().min(1),
});

/** A plugin's own description, and where the browser finds its files: Grafana serves nested plugins by their id too. */
export type PluginJson = z.output<typeof pluginSchema> & { readonly baseUrl: string };

export interface FoundPlugins {
  readonly plugins: readonly PluginJson[];
  /** Why there are none, in a sentence that says what to do. */
  readonly problem: string | null;
}

/** The built app plugin with what is nested in it. Read at each request: a new build shows after a reload. */
export class PluginStore {
  readonly #directory: string;

  constructor(pluginDirectory: string) {
    this.#directory = pluginDirectory;
  }

  async all(): Promise<FoundPlugins> {
    const found = await this.#found();
    if (!found.some(({ plugin }) => plugin.type === 'app')) return { plugins: [], problem: this.#notBuilt() };
    return {
      plugins: found.map(({ plugin }) => ({ ...plugin, baseUrl: `public/plugins/${plugin.id}` })),
      problem: null,
    };
  }

  /** Where the files of a plugin lie, or null. */
  async directoryOf(id: string): Promise<string | null> {
    return (await this.#found()).find(({ plugin }) => plugin.id === id)?.directory ?? null;
  }

  /** Where the dashboards lie that the app brings. */
  get dashboards(): string {
    return join(this.#directory, 'dashboards');
  }

  async #found() {
    const entries = await readdir(this.#directory, { withFileTypes: true }).catch(() => []);
    const directories = [
      this.#directory,
      ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(this.#directory, entry.name)),
    ];
    const read = await Promise.all(
      directories.map(async (directory) => ({ directory, plugin: await readPlugin(directory) })),
    );
    return read.flatMap(({ directory, plugin }) => (plugin === null ? [] : [{ directory, plugin }]));
  }

  #notBuilt(): string {
    return (
      `The app plugin is not built: expected plugin.json in ${this.#directory}, found none. Its dashboards and panels ` +
      'are missing here, and those on plain MySQL are shown instead. Build it with "npx nx build grafana-plugin" and reload.'
    );
  }
}

/** A directory without a plugin is no mistake: pictures and dashboards lie in such. */
async function readPlugin(directory: string) {
  const text = await readFile(join(directory, 'plugin.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = pluginSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

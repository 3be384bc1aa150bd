import { type PluginJson } from '../plugins/plugin-json';
import { type DashboardJson } from '../scene/dashboard-json';

/** Everything that the preview can show. */
export interface Catalog {
  readonly dashboards: readonly DashboardJson[];
  readonly plugins: readonly PluginJson[];
  /** Why the app's dashboards and panels are missing, in a sentence; null where they are there. */
  readonly problem: string | null;
}

/** Asks the preview for all dashboards and plugins; there are few and they are small. */
export async function loadCatalog(): Promise<Catalog> {
  const [dashboards, { plugins, problem }] = await Promise.all([
    load<Catalog['dashboards']>('/api/dashboards'),
    load<Pick<Catalog, 'plugins' | 'problem'>>('/api/plugins'),
  ]);
  return { dashboards, plugins, problem };
}

async function load<T>(address: string): Promise<T> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new Error('The preview does not answer: is "npm start" still running?', { cause });
  });
  if (response.ok) return (await response.json()) as T;
  const { message, action } = (await response.json().catch(() => ({}))) as { message?: string; action?: string };
  throw new Error([message ?? `The preview answered ${response.status}.`, action].filter(Boolean).join(' '));
}

import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@testmetrics/runtime';

/** Every id counts: what an unsigned app carries inside is refused unless it is named itself. */
export const PLUGIN_IDS = [
  'testmetrics-ci-app',
  'testmetrics-ci-datasource',
  'testmetrics-history-panel',
  'testmetrics-timeline-panel',
] as const;

/**
 * Puts the built plugin into Grafana's plugin directory, in place of what an earlier start put there.
 *
 * A copy and not a link: Grafana refuses to serve files whose real place is outside of its plugin directory.
 *
 * @throws AppError where it was not built: Grafana would not start with provisioning that names an app it does not have
 */
export function installPlugin(built: string, pluginDirectory: string): void {
  if (!existsSync(join(built, 'plugin.json'))) {
    throw new AppError('plugin_not_built', 'The Grafana plugin is not built.', {
      expected: `${join(built, 'plugin.json')}`,
      found: 'no such file',
      action: 'npx nx build grafana-plugin',
    });
  }
  const target = join(pluginDirectory, PLUGIN_IDS[0]);
  rmSync(target, { recursive: true, force: true });
  cpSync(built, target, { recursive: true, dereference: true });
}

import { join } from 'node:path';
import { alertFile } from './alerts/alert-files';
import { dashboardFiles, panelId } from './all-dashboards';
import { publicFiles } from './public-files';

/** Where the files of each flavour lie: the app's are built into the plugin, the other's are provisioned. */
export const DIRECTORIES = { app: 'apps/grafana-plugin/src/dashboards', sql: 'provisioning/dashboards' } as const;

/** Everything that is written from here, by its path in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const dashboards = (['app', 'sql'] as const).flatMap((flavour) =>
    [...dashboardFiles(flavour)].map(([name, text]) => [join(DIRECTORIES[flavour], name), text] as const),
  );
  const shared = [...publicFiles(dashboardFiles('sql'))].map(
    ([name, text]) => [join(DIRECTORIES.sql, 'public', name), text] as const,
  );
  return new Map([...dashboards, ...shared, ['provisioning/alerting/testmetrics.yaml', alertFile(panelId)]]);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardFiles } from './all-dashboards';

/** Writes all dashboards into `directory`, as `nx run dashboards:generate` does. */
export function generateDashboards(directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of dashboardFiles()) writeFileSync(join(directory, name), text);
}

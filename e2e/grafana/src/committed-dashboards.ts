import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

export type Flavour = 'app' | 'sql';

/** A dashboard as it is committed. */
export interface CommittedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly flavour: Flavour;
  readonly panels: readonly Panel[];
  readonly variables: readonly string[];
}

export interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
}

const FILES: Readonly<Record<Flavour, string>> = {
  app: 'apps/grafana-plugin/src/dashboards',
  sql: 'provisioning/dashboards',
};

export function committedDashboards(flavour: Flavour): readonly CommittedDashboard[] {
  const directory = join(ROOT, FILES[flavour]);
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  return files.map((name) => readDashboard(join(directory, name), flavour));
}

function readDashboard(file: string, flavour: Flavour): CommittedDashboard {
  const { uid, title, panels, templating } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly uid: string;
    readonly title: string;
    readonly panels: readonly Panel[];
    readonly templating: { readonly list: readonly { readonly name: string }[] };
  };
  return { uid, title, flavour, panels, variables: templating.list.map(({ name }) => name) };
}

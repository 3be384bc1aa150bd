import { dashboardFiles } from '../all-dashboards';
import { type Flavour } from '../flavour';

export interface Target {
  readonly refId: string;
  readonly datasource: unknown;
  readonly question?: Readonly<Record<string, unknown>>;
  readonly rawSql?: string;
  readonly format?: string;
}

export interface Override {
  readonly matcher: { readonly id: string; readonly options: string };
  readonly properties: readonly { readonly id: string; readonly value: unknown }[];
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: unknown;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig?: {
    readonly defaults: { readonly unit?: string; readonly noValue?: string };
    readonly overrides: readonly Override[];
  };
  readonly targets?: readonly Target[];
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly query?: unknown;
  readonly datasource?: unknown;
  readonly allowCustomValue?: boolean;
  readonly allValue?: string;
  readonly current?: { readonly value: unknown };
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly links: readonly { readonly type: string; readonly tags: readonly string[] }[];
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly timezone: string;
  readonly revision: number;
}

const READ = new Map<Flavour, readonly Dashboard[]>();

/** The dashboards of a flavour as whoever loads the files sees them. */
export function readDashboards(flavour: Flavour): readonly Dashboard[] {
  const read = READ.get(flavour) ?? [...dashboardFiles(flavour).values()].map((text) => JSON.parse(text) as Dashboard);
  READ.set(flavour, read);
  return read;
}

export function dataLinks(panel: Panel): readonly { readonly title: string; readonly url: string }[] {
  return (panel.fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
    properties.flatMap(({ id, value }) => (id === 'links' ? (value as { title: string; url: string }[]) : [])),
  );
}

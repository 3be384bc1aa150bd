import { type FieldConfigSource } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';

/** The parts of a classic dashboard that are looked at here. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly time?: { readonly from: string; readonly to: string };
  readonly panels: readonly PanelJson[];
  readonly templating?: { readonly list: readonly VariableJson[] };
}

export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly fieldConfig?: FieldConfigSource;
  readonly targets?: readonly DataQuery[];
}

export interface VariableJson {
  readonly name: string;
  readonly type: string;
  readonly query?: unknown;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly current?: { readonly value?: string | string[] };
  readonly allValue?: string;
  readonly includeAll?: boolean;
}

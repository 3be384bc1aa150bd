import { type FieldConfigSource } from '@grafana/data';

/** The parts of a classic dashboard that the preview draws; provisioning/dashboards holds such files. */
export interface DashboardJson {
  readonly uid: string;
  /** On our datasource (the plugin brings it), or on plain MySQL. */
  readonly flavour: 'app' | 'mysql';
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly timezone?: string;
  readonly time?: { readonly from: string; readonly to: string };
  readonly refresh?: string;
  readonly graphTooltip?: number;
  readonly timepicker?: { readonly refresh_intervals?: readonly string[] };
  readonly links?: readonly DashboardLinkJson[];
  readonly panels: readonly PanelJson[];
  readonly templating?: { readonly list: readonly VariableJson[] };
  readonly annotations?: { readonly list: readonly AnnotationJson[] };
}

export interface DashboardLinkJson {
  readonly type: string;
  readonly tags: readonly string[];
}

export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly options?: Readonly<Record<string, unknown>>;
  readonly fieldConfig?: FieldConfigSource;
  readonly targets?: readonly TargetJson[];
  /** The least size of a bucket, such as 1h. */
  readonly interval?: string;
  readonly maxDataPoints?: number;
  readonly transparent?: boolean;
  readonly transformations?: readonly { readonly id: string; readonly options: unknown }[];
}

/** Marks on all panels with a time axis; the built-in kind comes from Grafana's own database, which is not here. */
export interface AnnotationJson {
  readonly name: string;
  readonly enable: boolean;
  readonly hide?: boolean;
  readonly iconColor: string;
  readonly builtIn?: number;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly target?: unknown;
}

export interface TargetJson {
  readonly refId: string;
  readonly datasource?: { readonly type: string; readonly uid: string };
}

export interface VariableJson {
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly hide?: number;
  readonly query?: unknown;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly current?: { readonly text?: string | string[]; readonly value?: string | string[] };
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string;
  readonly refresh?: number;
  readonly regex?: string;
  readonly sort?: number;
}

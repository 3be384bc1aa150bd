import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { type Annotation } from './annotations';
import { type Flavour } from './flavour';
import { type DashboardName } from './links';
import { type Variable } from './variables';

/** A panel, or one a flavour where only one of them can hold ours; both lie in the same place. */
export type FlavouredPanel = Builder<Panel> | Readonly<Record<Flavour, Builder<Panel>>>;

/** A dashboard, described once for both flavours. */
export interface DashboardDescription {
  readonly name: DashboardName;
  readonly title: string;
  /** What it answers, in a sentence. */
  readonly description: string;
  /** How often it asks again by itself, such as `1m`. */
  readonly refresh: string;
  readonly variables: readonly Variable[];
  /** Marks on its charts, each with a switch at the top; none where nothing is said. */
  readonly annotations?: readonly Annotation[];
  /** Row by row, from left to right. */
  readonly panels: readonly FlavouredPanel[];
}

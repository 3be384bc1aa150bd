import { type GrafanaTheme2 } from '@grafana/data';
import { type Context } from 'react';

/** What differs between the Grafana versions whose libraries make these pages. */
export interface GrafanaVersion {
  /** Loads a built plugin as this version does and gives what it exports as `plugin`. */
  readonly importPlugin: (address: string) => Promise<unknown>;
  readonly themeContext: Context<GrafanaTheme2>;
}

import { CoreApp } from '@grafana/data';

/** Where queries are built, as opposed to dashboards that are only looked at. */
export function isExploring(app: string | undefined): boolean {
  return app === CoreApp.Explore || app === CoreApp.PanelEditor;
}

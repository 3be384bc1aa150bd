import { PanelPlugin } from '@grafana/data';
import { PanelMessage } from '../shared/panel-message';

/** Stands where a dashboard has a panel type that only Grafana can draw. */
export function unknownPlugin(id: string): PanelPlugin {
  return new PanelPlugin(() => (
    <PanelMessage kind="empty" text={`The preview cannot draw panels of the type "${id}". Grafana can.`} />
  ));
}

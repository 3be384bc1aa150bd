import { PanelPlugin } from '@grafana/data';
import { PanelMessage } from '../shared/panel-message';

/** Stands where a plugin's panel should be that could not be loaded. */
export function failedPlugin(id: string, error: unknown): PanelPlugin {
  const reason = error instanceof Error ? error.message : `The panel "${id}" could not be loaded.`;
  return new PanelPlugin(() => <PanelMessage kind="error" text={reason} />);
}

import { PanelPlugin } from '@grafana/data';
import { HistoryPanel } from './history-panel';

export const plugin = new PanelPlugin(HistoryPanel);

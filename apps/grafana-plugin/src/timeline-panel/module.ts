import { PanelPlugin } from '@grafana/data';
import { TimelinePanel } from './timeline-panel';

export const plugin = new PanelPlugin(TimelinePanel);

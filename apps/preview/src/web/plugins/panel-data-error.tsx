import { type PanelDataErrorViewProps } from '@grafana/runtime';
import { PanelMessage } from '../panels/shared/panel-message';

/** What panels show that cannot draw what the query gave; Grafana's application brings its own, the library only a stub. */
export function PanelDataError({ message, data, fieldConfig }: PanelDataErrorViewProps) {
  const isEmpty = data.series.every((frame) => frame.length === 0);
  const text =
    message ?? (isEmpty ? (fieldConfig?.defaults.noValue ?? 'No data') : 'The panel cannot draw these data.');
  return <PanelMessage kind="empty" text={text} />;
}

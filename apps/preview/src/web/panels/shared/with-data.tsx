import { type DataFrame, LoadingState, type PanelProps } from '@grafana/data';
import { type ComponentType } from 'react';
import { PanelMessage } from './panel-message';

/** What a panel gets once there is something to draw. */
export type FilledPanelProps<Options> = PanelProps<Options> & { readonly frames: readonly DataFrame[] };

/** Draws a panel, or the sentence that says why there is nothing to draw. */
export function withData<Options>(Panel: ComponentType<FilledPanelProps<Options>>): ComponentType<PanelProps<Options>> {
  return function PanelOrMessage(props) {
    const frames = props.data.series.filter((frame) => frame.fields.length > 0 && frame.length > 0);
    if (frames.length > 0) return <Panel {...props} frames={frames} />;
    if (props.data.state === LoadingState.Error) {
      return <PanelMessage kind="error" text={props.data.error?.message ?? 'The query failed.'} />;
    }
    if (props.data.state === LoadingState.Loading || props.data.state === LoadingState.NotStarted)
      return <PanelMessage kind="loading" text="Loading…" />;
    return <PanelMessage kind="empty" text={props.fieldConfig.defaults.noValue ?? 'No data'} />;
  };
}

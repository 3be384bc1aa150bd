import { type PanelProps } from '@grafana/data';
import React from 'react';

export function TimelinePanel({ data }: PanelProps): React.ReactElement {
  return <p>{data.series.length} frames</p>;
}

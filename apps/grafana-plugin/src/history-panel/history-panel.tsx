import { LoadingState, locationUtil, type PanelProps, textUtil } from '@grafana/data';
import React, { useMemo } from 'react';
import { HistoryView } from './components/history-view';
import { PanelMessage } from './components/panel-message';
import { migrateOptions } from './migrations';
import { buildGrid } from './model/build-grid';
import { type LinkContext } from './model/links';
import { type GridProblem, recogniseFrames } from './model/recognise-frames';
import { timeRangeParameters } from './model/time-range-parameters';
import { type HistoryOptions } from './options';
import { problemText, TEXTS } from './texts';

/** Tests by runs, or by time. Where there is nothing to draw it says why, and what to do. */
export function HistoryPanel(props: PanelProps<HistoryOptions>): React.ReactElement {
  const { data, width, height, timeZone, timeRange, replaceVariables, onChangeTimeRange } = props;
  const options = useMemo(() => migrateOptions(props.options), [props.options]);
  const recognition = useMemo(() => recogniseFrames(data.series), [data.series]);
  const grid = useMemo(() => ('problem' in recognition ? null : buildGrid(recognition.recognised)), [recognition]);
  const linkContext = useMemo<LinkContext>(
    () => ({
      testLink: options.testLink,
      runLink: options.runLink,
      defaultLinks: options.defaultLinks,
      replace: (text) => replaceVariables(text),
      toAddress: (url) => locationUtil.assureBaseUrl(textUtil.sanitizeUrl(url)),
      timeRange: timeRangeParameters(timeRange.raw),
    }),
    [options, replaceVariables, timeRange],
  );
  if ('problem' in recognition || grid === null || grid.columns.length === 0)
    return <PanelMessage text={reasonText(props, 'problem' in recognition ? recognition.problem : NO_ROWS)} />;
  return <HistoryView {...{ grid, options, width, height, timeZone, linkContext, onZoom: onChangeTimeRange }} />;
}

/** Every row of the result named no test or no run. */
const NO_ROWS: GridProblem = { code: 'no-rows', found: [] };

function reasonText({ data, fieldConfig }: PanelProps<HistoryOptions>, problem: GridProblem): string {
  if (data.state === LoadingState.Error) return data.errors?.[0]?.message ?? data.error?.message ?? TEXTS.queryFailed;
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) return TEXTS.loading;
  const { noValue } = fieldConfig.defaults;
  return problem.code === 'no-rows' && noValue !== undefined && noValue !== '' ? noValue : problemText(problem);
}

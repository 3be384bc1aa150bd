import { type DataFrame, type LinkModel, LoadingState, type PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import React, { useMemo, useRef } from 'react';
import { Message } from './components/message';
import { RunTimeline } from './components/run-timeline';
import { migrateOptions } from './migrations';
import { addressToLoad, attachmentsState, readVariable, variableText } from './model/attachments-state';
import { type Attempt } from './model/attempt';
import { describeProblem, type Problem } from './model/problem';
import { isProblem, readFrames, type RunInput } from './model/read-frames';
import { buildTimeline } from './model/timeline';
import { type TimelineOptions } from './options';
import { TEXTS } from './texts';

/** Finds the run in the panel's data and shows it, or says why there is nothing to show. */
export function TimelinePanel(props: PanelProps<TimelineOptions>): React.ReactElement {
  const { data, width, height, replaceVariables, timeZone } = props;
  const options = useMemo(() => migrateOptions(props.options), [props.options]);
  const isLoading = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
  const current = useMemo(() => readFrames(data.series), [data.series]);
  const shown = useLastGood(current, isLoading, data.series);
  const timeline = useMemo(() => (shown === null ? null : buildTimeline(shown.input.attempts)), [shown]);

  if (shown === null || timeline === null) {
    if (isLoading) return <Message kind="loading" text={TEXTS.loading} />;
    if (data.state === LoadingState.Error) {
      return <Message kind="error" text={data.error?.message ?? TEXTS.queryFailed} />;
    }
    return <Message kind="empty" text={isProblem(current) ? wordsFor(current, props.fieldConfig) : TEXTS.loading} />;
  }
  const { input, series } = shown;
  const variable = readVariable(
    options.attachmentsVariable,
    replaceVariables(variableText(options.attachmentsVariable)),
  );
  const factsOf = (attempt: Attempt) => ({ attempt, index: input.attachments, variable, isLoading });
  return (
    <RunTimeline
      // Another run begins anew; the same run, loaded again, keeps view, search and selection.
      key={`${timeline.origin} ${timeline.wallMs} ${timeline.attempts.length}`}
      {...{ timeline, options, timeZone, width, height }}
      attachmentsOf={(attempt) => attachmentsState(factsOf(attempt))}
      linksOf={(attempt) => linksOf(series[input.frame], attempt)}
      onSelected={(attempt) => {
        const address = addressToLoad(factsOf(attempt));
        if (address !== null) locationService.partial({ ...address }, true);
      }}
    />
  );
}

/** Where there are no rows, whoever made the dashboard may know better why. */
function wordsFor(problem: Problem, { defaults }: PanelProps['fieldConfig']): string {
  return problem.code === 'no-rows' && defaults.noValue !== undefined ? defaults.noValue : describeProblem(problem);
}

interface Shown {
  readonly input: RunInput;
  readonly series: readonly DataFrame[];
}

/** While a query runs again there may be no data for a moment: the run stays, and with it what is selected. */
function useLastGood(
  current: ReturnType<typeof readFrames>,
  isLoading: boolean,
  series: readonly DataFrame[],
): Shown | null {
  const last = useRef<Shown | null>(null);
  return useMemo(() => {
    if (!isProblem(current)) last.current = { input: current, series };
    else if (!isLoading) last.current = null;
    return last.current;
  }, [current, isLoading, series]);
}

/** The links that the dashboard has put on the test's name. */
function linksOf(frame: DataFrame | undefined, attempt: Attempt): readonly LinkModel[] {
  const fields = frame?.fields.filter(({ name }) => name === 'test' || name === 'test_key') ?? [];
  return fields.flatMap(({ getLinks }) => getLinks?.({ valueRowIndex: attempt.row }) ?? []);
}

import { type DataFrame } from '@grafana/data';
import { recogniseFrames } from './model/recognise-frames';
import { type HistoryOptions } from './options';

/** What Grafana 13 shows among the panels that suit a result. */
export interface Suggestion {
  readonly name: string;
  readonly description: string;
  readonly options: Partial<HistoryOptions>;
}

interface Summary {
  readonly hasData?: boolean | undefined;
  /** Grafana 13 hands them over; where they are missing, nothing can be said. */
  readonly rawFrames?: readonly DataFrame[] | undefined;
}

/** Offers the panel where the result is a history, and nowhere else. */
export function suggestHistory({ hasData, rawFrames }: Summary): Suggestion[] | undefined {
  if (hasData !== true || rawFrames === undefined) return undefined;
  if ('problem' in recogniseFrames(rawFrames)) return undefined;
  return [{ name: 'Test history', description: 'Tests by runs or by time', options: {} }];
}

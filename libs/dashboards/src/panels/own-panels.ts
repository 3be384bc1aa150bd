import { PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { type SavedQuestion } from '@testmetrics/questions';
import { questionTarget } from '../datasource';
import { type DataLink } from '../links';
import { type Described } from './described';

/** Panels that come with our app; the plain-MySQL flavour has a panel of Grafana's core in their place. */
export const OWN_PANEL_TYPES = ['testmetrics-history-panel', 'testmetrics-timeline-panel'] as const;

/** Tests by runs or by buckets of time, a cell an outcome: a question of the kind `historyGrid`. */
export function historyPanel(
  options: Described & { readonly links: Readonly<Record<string, DataLink>> },
): PanelBuilder {
  return linked(base('testmetrics-history-panel', options), options.links);
}

/** A run's workers as lanes: a question of the kind `runTimeline`, and one for the attachments of its details. */
export function timelinePanel(
  options: Described & { readonly attachments: SavedQuestion; readonly links: Readonly<Record<string, DataLink>> },
): PanelBuilder {
  const panel = base('testmetrics-timeline-panel', options).withTarget(questionTarget(options.attachments, 'B'));
  return linked(panel, options.links);
}

function base(type: (typeof OWN_PANEL_TYPES)[number], options: Described): PanelBuilder {
  return new PanelBuilder()
    .type(type)
    .title(options.title)
    .description(options.description)
    .withTarget(questionTarget(options.question))
    .noValue(options.noData)
    .unit('s')
    .span(options.width)
    .height(options.height);
}

/** Where a click on a value of a column leads. */
function linked(panel: PanelBuilder, links: Readonly<Record<string, DataLink>>): PanelBuilder {
  return Object.entries(links).reduce(
    (described, [column, link]) => described.overrideByName(column, [{ id: 'links', value: [link] }]),
    panel,
  );
}

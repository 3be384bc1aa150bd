import { PanelBuilder, TextMode } from '@grafana/grafana-foundation-sdk/text';

/** Words about the dashboard, in Markdown. */
export function textPanel(options: {
  readonly title: string;
  readonly description: string;
  readonly content: string;
  readonly width: number;
  readonly height: number;
}): PanelBuilder {
  return new PanelBuilder()
    .title(options.title)
    .description(options.description)
    .mode(TextMode.Markdown)
    .content(options.content)
    .span(options.width)
    .height(options.height);
}

import { css } from '@emotion/css';
import { type GrafanaTheme2, PanelPlugin, type PanelProps, renderTextPanelMarkdown } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Options {
  readonly content: string;
}

/** Markdown; the library takes everything out of it that could run. */
function TextPanel({ options, replaceVariables }: PanelProps<Options>) {
  const styles = useStyles2(getStyles);
  const html = renderTextPanelMarkdown(replaceVariables(options.content));
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    text: css({
      height: '100%',
      overflow: 'auto',
      '& ul': { margin: 0, paddingLeft: theme.spacing(2.5) },
      '& li': { marginBottom: theme.spacing(0.5) },
    }),
  };
}

export const textPlugin = new PanelPlugin<Options>(TextPanel);

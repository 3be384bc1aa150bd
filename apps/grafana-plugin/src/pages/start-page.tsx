import { css } from '@emotion/css';
import { type AppRootProps, type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { Column } from '../shared/ui-compat';
import { Connections } from './start/connections';
import { DASHBOARDS } from './start/dashboard-links';
import { firstRunCommand } from './start/first-run';
import { START } from './start/start-texts';

/** What an admin may say in provisioning. */
interface AppSettings {
  /** Where the ingest service can be reached, for the command that people copy. */
  readonly ingestUrl?: string;
}

/** Is everything connected, where are the dashboards, how does the first run get in. What dashboards show is not here. */
export function StartPage({ meta }: AppRootProps<AppSettings>): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <PluginPage>
      <div className={styles.page}>
        <section aria-labelledby="tm-connected">
          <h2 id="tm-connected">{START.connected}</h2>
          <Connections />
        </section>
        <section aria-labelledby="tm-dashboards">
          <h2 id="tm-dashboards">{START.dashboards}</h2>
          <ul className={styles.dashboards}>
            {DASHBOARDS.map(({ uid, title, answers }) => (
              <li key={uid}>
                <a className={styles.link} href={`d/${uid}`}>
                  {title}
                </a>
                <div>{answers}</div>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="tm-first-run">
          <h2 id="tm-first-run">{START.firstRun}</h2>
          <p>{START.firstRunHelp}</p>
          <Command text={firstRunCommand(meta.jsonData?.ingestUrl)} />
          <p>{START.firstRunAfter}</p>
        </section>
      </div>
    </PluginPage>
  );
}

function Command({ text }: { readonly text: string }): React.ReactElement {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(START.copied);
    } catch {
      setSaid(START.notCopied);
    }
  };
  return (
    <Column>
      {/* It may scroll, and whoever has no mouse scrolls it by keys. */}
      <pre tabIndex={0} aria-label={START.firstRun}>
        {text}
      </pre>
      <div>
        <Button size="sm" variant="secondary" icon="copy" onClick={() => void copy()} onBlur={() => setSaid('')}>
          {START.copy}
        </Button>{' '}
        <span role="status">{said}</span>
      </div>
    </Column>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(4),
      maxWidth: 960,
      h2: { fontSize: theme.typography.h4.fontSize },
    }),
    dashboards: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
      gap: theme.spacing(1.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      color: theme.colors.text.secondary,
    }),
    link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
  };
}

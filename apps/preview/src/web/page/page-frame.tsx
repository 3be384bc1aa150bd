import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2, useTheme2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { switchTheme } from '../theme';
import { type DashboardLink } from './dashboard-links';

interface Props {
  readonly links: readonly DashboardLink[];
  readonly description?: string;
  /** What is missing here, in a sentence. */
  readonly problem?: string;
  readonly children?: ReactNode;
}

/** The bar at the top, which says what this page is and is not, and what stands below it. */
export function PageFrame({ links, description, problem, children }: Props) {
  const styles = useStyles2(getStyles);
  const mode = useTheme2().colors.mode;
  return (
    <>
      <header className={styles.bar}>
        <a className={styles.name} href="/dashboards">
          Test Metrics
        </a>
        <nav className={styles.links} aria-label="Dashboards">
          {links.map(({ title, url, isCurrent }) => (
            <a
              key={url}
              className={cx(styles.link, isCurrent && styles.current)}
              href={url}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {title}
            </a>
          ))}
        </nav>
        <span
          className={styles.preview}
          title="These dashboards are made for Grafana. This page draws the same files where there is none; details of panels may look different there."
        >
          Preview of what Grafana shows
        </span>
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="adjust-circle"
          tooltip={`Switch to ${mode === 'dark' ? 'light' : 'dark'}`}
          aria-label={`Switch to ${mode === 'dark' ? 'light' : 'dark'}`}
          onClick={() => switchTheme(mode)}
        />
      </header>
      <main className={styles.main}>
        {problem !== undefined && <Alert title={problem} severity="warning" className={styles.problem} />}
        {description !== undefined && <p className={styles.description}>{description}</p>}
        {children}
      </main>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      padding: theme.spacing(0, 2),
      minHeight: 40,
      background: theme.colors.background.primary,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    name: css({ fontWeight: theme.typography.fontWeightMedium }),
    links: css({ display: 'flex', flexGrow: 1, gap: theme.spacing(0.5), alignSelf: 'stretch' }),
    link: css({
      display: 'flex',
      alignItems: 'center',
      padding: theme.spacing(0, 1),
      color: theme.colors.text.secondary,
      borderBottom: '2px solid transparent',
      '&:hover': { color: theme.colors.text.primary },
    }),
    current: css({ color: theme.colors.text.primary, borderBottomColor: theme.colors.primary.main }),
    preview: css({
      padding: theme.spacing(0.25, 1),
      borderRadius: theme.shape.radius.pill,
      border: `1px solid ${theme.colors.warning.border}`,
      color: theme.colors.warning.text,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
    main: css({ padding: theme.spacing(1.5, 2, 4), display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    problem: css({ margin: 0 }),
    description: css({ color: theme.colors.text.secondary, margin: 0 }),
  };
}

import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type DashboardJson } from '../scene/dashboard-json';
import { PageFrame } from './page-frame';

interface Props {
  readonly dashboards: readonly DashboardJson[];
  /** What is missing here, in a sentence. */
  readonly problem: string | null;
}

/** Every dashboard with its sentence: those of the app first, those on plain MySQL apart. */
export function DashboardList({ dashboards, problem }: Props) {
  return (
    <PageFrame links={[]} {...(problem === null ? {} : { problem })}>
      <Section title="Dashboards" dashboards={dashboards.filter(({ flavour }) => flavour === 'app')} />
      <Section title="Dashboards on plain MySQL" dashboards={dashboards.filter(({ flavour }) => flavour === 'mysql')} />
    </PageFrame>
  );
}

function Section({ title, dashboards }: { readonly title: string } & Pick<Props, 'dashboards'>) {
  const styles = useStyles2(getStyles);
  if (dashboards.length === 0) return null;
  return (
    <section className={styles.section}>
      <h1 className={styles.heading}>{title}</h1>
      <ul className={styles.list}>
        {dashboards.map(({ uid, title: name, description }) => (
          <li key={uid}>
            <a className={styles.card} href={`/d/${uid}`}>
              <strong>{name}</strong>
              <span className={styles.description}>{description}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    section: css({ marginBottom: theme.spacing(3) }),
    heading: css({ ...theme.typography.h2 }),
    list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1), maxWidth: 900 }),
    card: css({
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      padding: theme.spacing(2),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      '&:hover': { background: theme.colors.action.hover },
    }),
    description: css({ color: theme.colors.text.secondary }),
  };
}

import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type DashboardJson } from '../scene/dashboard-json';
import { PageFrame } from './page-frame';

/** Every dashboard with its sentence. */
export function DashboardList({ dashboards }: { readonly dashboards: readonly DashboardJson[] }) {
  const styles = useStyles2(getStyles);
  return (
    <PageFrame links={[]}>
      <h1 className={styles.heading}>Dashboards</h1>
      <ul className={styles.list}>
        {dashboards.map(({ uid, title, description }) => (
          <li key={uid}>
            <a className={styles.card} href={`/d/${uid}`}>
              <strong>{title}</strong>
              <span className={styles.description}>{description}</span>
            </a>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
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

import { type GrafanaTheme2, ThemeContext } from '@grafana/data';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { Router } from 'react-router-dom';
import { type DashboardJson } from '../scene/dashboard-json';
import { DashboardList } from './dashboard-list';
import { DashboardPage } from './dashboard-page';
import { loadDashboards } from './dashboards';
import { followLinks } from './follow-links';
import { Message } from './message';
import { PageFrame } from './page-frame';
import { useLocation } from './use-location';

type Loaded = { readonly dashboards: DashboardJson[] } | { readonly error: string } | null;

const START = 'tm-overview';

/** The whole page. */
export function App({ theme }: { readonly theme: GrafanaTheme2 }) {
  const location = useLocation();
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    document.addEventListener('click', followLinks);
    loadDashboards().then(
      (dashboards) => setLoaded({ dashboards }),
      (error: unknown) => setLoaded({ error: (error as Error).message }),
    );
    return () => document.removeEventListener('click', followLinks);
  }, []);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={location as never} navigator={locationService.getHistory() as never}>
          <Content loaded={loaded} pathname={location.pathname} search={location.search} />
        </Router>
      </LocationServiceProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

interface ContentProps {
  readonly loaded: Loaded;
  readonly pathname: string;
  readonly search: string;
}

function Content({ loaded, pathname, search }: ContentProps) {
  if (loaded === null) return <PageFrame links={[]} />;
  if ('error' in loaded) return <Message title="The dashboards cannot be loaded" text={loaded.error} />;
  const { dashboards } = loaded;
  if (pathname === '/dashboards') return <DashboardList dashboards={dashboards} />;
  const uid = /^\/d\/([^/]+)/.exec(pathname)?.[1] ?? START;
  const dashboard = dashboards.find((one) => one.uid === uid);
  if (dashboard === undefined) {
    return (
      <Message title="There is no such dashboard" text={`None of the provisioned dashboards has the uid "${uid}".`} />
    );
  }
  return <DashboardPage key={uid} dashboard={dashboard} all={dashboards} search={search} />;
}

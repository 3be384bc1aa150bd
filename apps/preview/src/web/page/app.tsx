import { type GrafanaTheme2, ThemeContext } from '@grafana/data';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useEffect } from 'react';
import { Router } from 'react-router-dom';
import { DashboardList } from './dashboard-list';
import { DashboardPage } from './dashboard-page';
import { followLinks } from './follow-links';
import { type Catalog } from './load-catalog';
import { Message } from './message';
import { useLocation } from './use-location';

interface AppProps {
  readonly theme: GrafanaTheme2;
  readonly catalog: Catalog | Error;
}

/** The whole page. */
export function App({ theme, catalog }: AppProps) {
  const location = useLocation();
  useEffect(() => {
    document.addEventListener('click', followLinks);
    return () => document.removeEventListener('click', followLinks);
  }, []);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={location as never} navigator={locationService.getHistory() as never}>
          <Content catalog={catalog} pathname={location.pathname} search={location.search} />
        </Router>
      </LocationServiceProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

interface ContentProps {
  readonly catalog: Catalog | Error;
  readonly pathname: string;
  readonly search: string;
}

function Content({ catalog, pathname, search }: ContentProps) {
  if (catalog instanceof Error) return <Message title="The dashboards cannot be loaded" text={catalog.message} />;
  const { dashboards, problem } = catalog;
  if (pathname === '/dashboards') return <DashboardList dashboards={dashboards} problem={problem} />;
  const uid = /^\/d\/([^/]+)/.exec(pathname)?.[1] ?? dashboards[0]?.uid ?? '';
  const dashboard = dashboards.find((one) => one.uid === uid);
  if (dashboard === undefined) {
    const known = dashboards.map((one) => one.uid).join(', ');
    const text = `No dashboard has the uid "${uid}"; there are ${known}.`;
    return <Message title="There is no such dashboard" text={problem === null ? text : `${text} ${problem}`} />;
  }
  return <DashboardPage key={uid} dashboard={dashboard} all={dashboards} search={search} problem={problem} />;
}

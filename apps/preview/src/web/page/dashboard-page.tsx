import { UrlSyncContextProvider } from '@grafana/scenes';
import { useEffect, useMemo } from 'react';
import { type DashboardJson } from '../scene/dashboard-json';
import { toScene } from '../scene/to-scene';
import { dashboardLinks } from './dashboard-links';
import { PageFrame } from './page-frame';

interface Props {
  readonly dashboard: DashboardJson;
  readonly all: readonly DashboardJson[];
  readonly search: string;
}

/** One dashboard; the address holds its time range and variables. */
export function DashboardPage({ dashboard, all, search }: Props) {
  const scene = useMemo(() => toScene(dashboard), [dashboard]);
  useEffect(() => {
    document.title = `${dashboard.title} - Test Metrics preview`;
  }, [dashboard.title]);
  return (
    <PageFrame links={dashboardLinks(dashboard, all, search)} description={dashboard.description}>
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </PageFrame>
  );
}

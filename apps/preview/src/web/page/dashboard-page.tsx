import { type EmbeddedScene, UrlSyncContextProvider } from '@grafana/scenes';
import { useEffect, useMemo } from 'react';
import { showScene } from '../runtime/template-service';
import { type DashboardJson } from '../scene/dashboard-json';
import { toScene } from '../scene/to-scene';
import { dashboardLinks } from './dashboard-links';
import { Message } from './message';
import { PageFrame } from './page-frame';

interface Props {
  readonly dashboard: DashboardJson;
  readonly all: readonly DashboardJson[];
  readonly search: string;
  /** What is missing here, in a sentence. */
  readonly problem: string | null;
}

/** One dashboard; the address holds its time range and variables. */
export function DashboardPage({ dashboard, all, search, problem }: Props) {
  const scene = useMemo(() => tryScene(dashboard), [dashboard]);
  useEffect(() => {
    document.title = `${dashboard.title} - Test Metrics preview`;
  }, [dashboard.title]);
  if (scene instanceof Error) return <Message title="The preview cannot show this dashboard" text={scene.message} />;
  return (
    <PageFrame
      links={dashboardLinks(dashboard, all, search)}
      description={dashboard.description}
      {...(problem === null ? {} : { problem })}
    >
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </PageFrame>
  );
}

function tryScene(dashboard: DashboardJson): EmbeddedScene | Error {
  try {
    const scene = toScene(dashboard);
    showScene(scene);
    return scene;
  } catch (error) {
    return error as Error;
  }
}

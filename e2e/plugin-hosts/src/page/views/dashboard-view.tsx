import { type Host, timeRange } from './host';
import { type DashboardJson } from './dashboard-json';
import { findValues } from './find-values';
import { PanelBox } from './panel-box';
import { useLoaded } from './use-loaded';

/** A dashboard's panels, or the one of `?only=TITLE`, one below the other: ours as they are, the values of Grafana's own as tables. */
export function DashboardView({ host }: { readonly host: Host }) {
  const uid = window.location.pathname.split('/')[2];
  const dashboard = (host.settings.dashboards as DashboardJson[]).find((one) => one.uid === uid);
  if (dashboard === undefined) return <p role="alert">There is no dashboard {uid}.</p>;
  return <Dashboard host={host} dashboard={dashboard} />;
}

function Dashboard({ host, dashboard }: { readonly host: Host; readonly dashboard: DashboardJson }) {
  const loaded = useLoaded(async () => {
    const range = timeRange(dashboard.time?.from, dashboard.time?.to);
    await findValues(dashboard, host.templates, range);
    return range;
  });
  if (loaded === null) return <p>Loading…</p>;
  if (loaded instanceof Error) return <p role="alert">{loaded.message}</p>;
  const only = new URLSearchParams(window.location.search).get('only');
  return (
    <>
      <h1>{dashboard.title}</h1>
      {dashboard.panels
        .filter(({ title }) => only === null || title === only)
        .map((panel) => (
          <PanelBox key={panel.id} host={host} panel={panel} initialRange={loaded} />
        ))}
    </>
  );
}

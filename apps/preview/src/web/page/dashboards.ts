import { type DashboardJson } from '../scene/dashboard-json';

/** Asks the preview for all dashboards; there are few and they are small. */
export async function loadDashboards(): Promise<DashboardJson[]> {
  const response = await fetch('/api/dashboards');
  if (response.ok) return (await response.json()) as DashboardJson[];
  const { message, action } = (await response.json().catch(() => ({}))) as { message?: string; action?: string };
  throw new Error([message ?? `The preview answered ${response.status}.`, action].filter(Boolean).join(' '));
}

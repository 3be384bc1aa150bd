import { type DashboardJson } from '../scene/dashboard-json';

export interface DashboardLink {
  readonly title: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** The dashboards of the same flavour that a dashboard's links name by tag, with the time range and those variables that they share. */
export function dashboardLinks(current: DashboardJson, all: readonly DashboardJson[], search: string): DashboardLink[] {
  const tags = (current.links ?? []).filter((link) => link.type === 'dashboards').flatMap((link) => link.tags);
  return all
    .filter((other) => other.flavour === current.flavour)
    .filter((other) => other.uid === current.uid || other.tags.some((tag) => tags.includes(tag)))
    .map((other) => ({
      title: other.title,
      url: `/d/${other.uid}${carried(search, other)}`,
      isCurrent: other.uid === current.uid,
    }));
}

function carried(search: string, target: DashboardJson): string {
  const names = new Set(['from', 'to', ...(target.templating?.list ?? []).map((variable) => `var-${variable.name}`)]);
  const kept = [...new URLSearchParams(search)].filter(([name]) => names.has(name));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

import { type JsonObject } from './json';

/** Those that ask for nothing but what the filters choose; the others are empty until somebody chooses a test or a run. */
const SHARED = ['overview.json', 'failures.json', 'service.json'];

/**
 * Dashboards for people who do not sign in, made of those on plain MySQL.
 *
 * Grafana replaces no variable in a public dashboard, so these have none: every filter is 0, which is "all". They have no links
 * either, as strangers could not follow them, and no annotations, whose switches they would not have.
 */
export function publicFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(SHARED.map((name) => [name, publicText(name, files.get(name))]));
}

function publicText(name: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`there is no dashboard ${name} to share`);
  const dashboard = JSON.parse(text.replaceAll(/\$\{(?:project|job|branch):csv\}/g, '0')) as JsonObject;
  const { uid, title } = dashboard as { readonly uid: string; readonly title: string };
  const shared = {
    ...withoutLinks(dashboard),
    uid: uid.replace(/^tm-sql-/, 'tm-public-'),
    title: `${title} (public)`,
    links: [],
    templating: { list: [] },
    annotations: { list: [] },
  };
  return `${JSON.stringify(shared, null, 2)}\n`;
}

/** Links of panels stand in `links`, those of cells and points in properties of overrides. */
function withoutLinks(dashboard: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(dashboard), (key, value: unknown) => {
    if (key === 'links') return [];
    if (key !== 'properties' || !Array.isArray(value)) return value;
    return value.filter((property: { readonly id?: unknown }) => property.id !== 'links');
  }) as JsonObject;
}

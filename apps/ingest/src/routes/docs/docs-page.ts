import { DOCS_SCRIPT } from './docs-script';
import { DOCS_STYLE } from './docs-style';
import { escapeHtml, richText } from './html';
import type { OpenApiShape, OperationShape } from './open-api-shape';
import { operationSection } from './operation-html';
import { schemaSection } from './schema-html';

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationShape;
}

/** The OpenAPI document as one page that loads nothing: style and script stand in it. */
export function docsPage({ info, paths, components }: OpenApiShape): string {
  const groups = groupsOf(paths);
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = [...groups].map(
    ([name, listed]) =>
      `<h2 id="group-${escapeHtml(name)}">${escapeHtml(name)}</h2>${listed.map(({ method, path, operation }) => operationSection(method, path, operation)).join('')}`,
  );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(info.title)}: API</title><style>${DOCS_STYLE}</style></head><body>`,
    `<nav aria-label="Operations"><p class="brand">${escapeHtml(info.title)} <small>${escapeHtml(info.version)}</small></p>`,
    '<input id="filter" type="search" placeholder="Filter" aria-label="Filter operations" autocomplete="off">',
    ...[...groups].map(([name, listed]) => navGroup(name, listed)),
    '<h4>Also</h4><ul><li><a href="#schemas">Schemas</a></li><li><a href="openapi.json">openapi.json</a></li></ul></nav>',
    `<main><h1>${escapeHtml(info.title)}</h1><p>${richText(info.description)}</p>`,
    ...sections,
    '<h2 id="schemas">Schemas</h2>',
    ...schemas.map(([name, schema]) => schemaSection(name, schema)),
    `</main><script>${DOCS_SCRIPT}</script></body></html>`,
  ].join('');
}

function navGroup(name: string, listed: readonly Listed[]): string {
  const items = listed.map(
    ({ method, path, operation }) =>
      `<li><a href="#${escapeHtml(operation.operationId)}" title="${escapeHtml(operation.summary)}"><span class="verb ${escapeHtml(method)}">${escapeHtml(method.toUpperCase())}</span> ${breakable(path)}</a></li>`,
  );
  return `<h4>${escapeHtml(name)}</h4><ul>${items.join('')}</ul>`;
}

/** Long paths break at their slashes. */
function breakable(path: string): string {
  return escapeHtml(path).replaceAll('/', '/<wbr>');
}

/** By the first word after the version: runs, tests, jobs; whatever has no version is about the service. */
function groupsOf(paths: OpenApiShape['paths']): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  const service: Listed[] = [];
  for (const [path, methods] of Object.entries(paths)) {
    const name = /^\/v\d+\/([^/]+)/.exec(path)?.[1];
    const group = name === undefined ? service : (groups.get(name) ?? []);
    if (name !== undefined) groups.set(name, group);
    for (const [method, operation] of Object.entries(methods)) group.push({ method, path, operation });
  }
  return groups.set('service', service);
}

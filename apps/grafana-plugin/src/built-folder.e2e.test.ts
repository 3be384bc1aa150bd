import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../../..');
const BUILT = join(ROOT, 'dist/apps/grafana-plugin');
const PLUGINS = ['.', 'datasource', 'history-panel', 'timeline-panel'];

/** What Grafana 10.1 hands to plugins by these names; `module` is the loader's own. */
const OFFERED = new Set([
  ...['@emotion/css', '@emotion/react', '@grafana/data', '@grafana/runtime', '@grafana/slate-react', '@grafana/ui'],
  ...['angular', 'd3', 'emotion', 'jquery', 'lodash', 'module', 'moment', 'prismjs', 'react', 'react-dom'],
  ...['react-redux', 'react-router', 'react-router-dom', 'redux', 'rxjs', 'rxjs/operators', 'slate'],
  ...['slate-plain-serializer'],
]);

/** What breaks under React 19, or reaches into React. */
const FORBIDDEN = ['__SECRET_INTERNALS', '__CLIENT_INTERNALS', 'findDOMNode', 'ReactDOM.render', 'react/jsx-runtime'];

interface PluginJson {
  readonly id: string;
  readonly type: string;
  readonly info: {
    readonly version: string;
    readonly updated: string;
    readonly logos: Readonly<Record<string, string>>;
  };
  readonly dependencies: { readonly grafanaDependency: string };
  readonly includes?: readonly { readonly type: string; readonly path: string }[];
}

function read(path: string): string {
  return readFileSync(join(BUILT, path), 'utf8');
}

function pluginJson(plugin: string): PluginJson {
  return JSON.parse(read(join(plugin, 'plugin.json'))) as PluginJson;
}

function amdNames(plugin: string): string[] {
  const [, names = ''] = /\bdefine\(\[([^\]]*)\]/.exec(read(join(plugin, 'module.js'))) ?? [];
  return names.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [relative(BUILT, path)];
  });
}

describe('the built folder', () => {
  it.each(PLUGINS)('should ask Grafana only for what 10.1 offers to plugins: %s', (plugin) => {
    const names = amdNames(plugin);
    expect(names).toContain('react');
    expect(names.filter((name) => !OFFERED.has(name))).toEqual([]);
  });

  it.each(PLUGINS)('should not reach into React: %s', (plugin) => {
    const code = read(join(plugin, 'module.js'));
    expect(FORBIDDEN.filter((word) => code.includes(word))).toEqual([]);
  });

  it('should have one file of code a plugin: Grafana looks for the parts of nested ones in the wrong folder', () => {
    const code = filesBelow(BUILT).filter((file) => file.endsWith('.js'));
    expect(code.sort()).toEqual(PLUGINS.map((plugin) => join(plugin, 'module.js')).sort());
  });

  it('should have the four ids that dashboards and settings name', () => {
    expect(PLUGINS.map((plugin) => pluginJson(plugin).id)).toEqual([
      'testmetrics-ci-app',
      'testmetrics-ci-datasource',
      'testmetrics-history-panel',
      'testmetrics-timeline-panel',
    ]);
  });

  it.each(PLUGINS)('should say its version, its day and the oldest Grafana: %s', (plugin) => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'apps/grafana-plugin/package.json'), 'utf8')) as {
      version: string;
    };
    const { info, dependencies } = pluginJson(plugin);
    expect(info.version).toBe(version);
    expect(info.updated).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(dependencies.grafanaDependency).toBe('>=10.1.0');
    expect(read(join(plugin, 'plugin.json'))).not.toMatch(/%[A-Z_]+%/);
  });

  it.each(PLUGINS)('should bring its logo: %s', (plugin) => {
    for (const logo of Object.values(pluginJson(plugin).info.logos)) expect(read(join(plugin, logo))).toContain('<svg');
  });

  it('should bring whatever the app says it includes', () => {
    const paths = (pluginJson('.').includes ?? []).filter(({ type }) => type !== 'page').map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(BUILT, path)))).toEqual([]);
  });
});

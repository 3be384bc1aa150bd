import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPlugin, PLUGIN_IDS } from './install-plugin';

const SOURCES = resolve(__dirname, '../../grafana-plugin/src');

describe('installPlugin()', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tm-plugin-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const build = (files: Readonly<Record<string, string>>): string => {
    const built = join(directory, 'built');
    rmSync(built, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(built, name, '..'), { recursive: true });
      writeFileSync(join(built, name), text);
    }
    return built;
  };

  it('should put the whole folder where Grafana looks', () => {
    installPlugin(build({ 'plugin.json': '{}', 'datasource/module.js': 'one' }), join(directory, 'plugins'));
    expect(readFileSync(join(directory, 'plugins/testmetrics-ci-app/datasource/module.js'), 'utf8')).toBe('one');
  });

  it('should leave nothing of an earlier build', () => {
    const plugins = join(directory, 'plugins');
    installPlugin(build({ 'plugin.json': '{}', 'old.js': 'one' }), plugins);
    installPlugin(build({ 'plugin.json': '{"new":true}' }), plugins);
    expect(existsSync(join(plugins, 'testmetrics-ci-app/old.js'))).toBe(false);
    expect(readFileSync(join(plugins, 'testmetrics-ci-app/plugin.json'), 'utf8')).toBe('{"new":true}');
  });

  it('should say what to build where it is not built', () => {
    expect(() => installPlugin(join(directory, 'nowhere'), directory)).toThrow(/not built/);
  });

  it('should name the ids that the plugin has', () => {
    const idOf = (part: string) =>
      (JSON.parse(readFileSync(join(SOURCES, part, 'plugin.json'), 'utf8')) as { readonly id: string }).id;
    expect(['.', 'datasource', 'history-panel', 'timeline-panel'].map(idOf)).toEqual([...PLUGIN_IDS]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SERVICE_NODE_FLAGS } from '@testmetrics/runtime';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Images cannot be built wherever these tests run, so what the files name is checked against what there is. */
describe('docker/', () => {
  it('should copy into the image only what is in the repository or is built there', () => {
    const copies = [...read('docker/Dockerfile').matchAll(/^COPY --from=build (\S+)/gm)].map(([, path = '']) => path);
    expect(copies.length).toBeGreaterThan(0);
    const made = ['/src', '/src/dist/apps', '/src/dist/apps/grafana-plugin'];
    const missing = copies.filter((path) => !made.includes(path) && !existsSync(join(ROOT, path.replace('/src/', ''))));
    expect(missing).toEqual([]);
  });

  it('should leave out of the build context nothing that the image needs', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    for (const needed of ['apps', 'libs', 'tools', 'provisioning', 'package-lock.json', 'LICENSE', '.npmrc']) {
      expect(ignored).not.toContain(needed);
    }
  });

  it('should bundle and start apps that exist', () => {
    const files = read('docker/Dockerfile') + read('docker/compose.yaml');
    const named = [...files.matchAll(/apps\/([a-z-]+)/g)].map(([, name = '']) => name);
    const existing = readdirSync(join(ROOT, 'apps'));
    expect(named.filter((name) => !existing.includes(name))).toEqual([]);
    expect(new Set(named)).toEqual(new Set(['ingest', 'cli', 'preview', 'grafana-plugin']));
  });

  it('should start the service with the flags of Node that it is measured with', () => {
    const words = ['node', ...SERVICE_NODE_FLAGS, 'dist/apps/ingest/main.js'].map((word) => `"${word}"`);
    expect(read('docker/Dockerfile')).toContain(`CMD [${words.join(', ')}]`);
    for (const guide of ['docs/operations.md', 'apps/ingest/README.md']) {
      expect(read(guide)).toContain(`node ${SERVICE_NODE_FLAGS.join(' ')} dist/apps/ingest/main.js`);
    }
  });

  it('should mount files that exist', () => {
    const mounts = [...read('docker/compose.yaml').matchAll(/- \.\/(\S+?):\//g)].map(([, path = '']) => path);
    expect(mounts).toEqual(['database/testmetrics.cnf', 'database/10-viewer.sh']);
    for (const mount of mounts) expect(existsSync(join(ROOT, 'docker', mount))).toBe(true);
  });

  it('should set only variables that some source reads', () => {
    const settings = [...read('docker/compose.yaml').matchAll(/^ {6}([A-Z_]+): /gm)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('GF_'));
    const readers =
      sourcesOf('apps') + sourcesOf('libs') + read('docker/Dockerfile') + read('docker/database/10-viewer.sh');
    const ofTheImage = ['MYSQL_DATABASE', 'MYSQL_USER', 'MYSQL_PASSWORD', 'MYSQL_ROOT_PASSWORD'];
    const unread = settings.filter((name) => !ofTheImage.includes(name) && !readers.includes(name));
    expect(unread).toEqual([]);
  });

  it('should ask for every password and know none', () => {
    const secrets = [...read('docker/compose.yaml').matchAll(/(?:PASSWORD|TOKENS): (.*)$/gm)].map(
      ([, value = '']) => value,
    );
    expect(secrets.length).toBe(6);
    for (const value of secrets) expect(value).toMatch(/^\$\{[A-Z_]+:\?.+\}$/);
  });

  it('should give Grafana every variable that the provisioning files name, and an account that can only read', () => {
    const given = { ...fixedInGrafanaImage(), ...services()['grafana']?.environment };
    const files = readdirSync(join(ROOT, 'provisioning'), { recursive: true, encoding: 'utf8' });
    const named = files
      .filter((name) => /\.ya?ml$/.test(name))
      .flatMap((name) => [...read(join('provisioning', name)).matchAll(/\$\{?(TM_[A-Z_]+)/g)].map(([, it = '']) => it));
    expect(Object.keys(given)).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(given['TM_DB_USER']).toBe('viewer');
    expect(read('docker/database/10-viewer.sh')).toMatch(/^GRANT SELECT ON \S+ TO 'viewer'@'%';$/m);
  });

  it('should let Grafana load each part of the plugin, from where it looks', () => {
    const { GF_PATHS_PLUGINS: plugins = '', ...fixed } = fixedInGrafanaImage();
    const ids = ['', 'datasource/', 'history-panel/', 'timeline-panel/'].map(
      (part) => (JSON.parse(read(`apps/grafana-plugin/src/${part}plugin.json`)) as { readonly id: string }).id,
    );
    expect(fixed['GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS']).toBe(ids.join(','));
    expect(read('docker/Dockerfile')).toContain(`/dist/apps/grafana-plugin ${plugins}/${ids[0]}\n`);
    expect(read('docker/Dockerfile')).toContain(`/src/provisioning ${fixed['GF_PATHS_PROVISIONING']}\n`);
    expect(fixed['TM_DASHBOARDS_DIR']).toBe(`${fixed['GF_PATHS_PROVISIONING']}/dashboards`);
  });

  it('should build the stage that a service names, and wait for what it needs', () => {
    const stages = [...read('docker/Dockerfile').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name = '']) => name);
    const known = Object.keys(services());
    for (const { build, depends_on: needs = {} } of Object.values(services())) {
      if (build?.target !== undefined) expect(stages).toContain(build.target);
      expect(known).toEqual(expect.arrayContaining(Object.keys(needs)));
    }
    expect(known).toEqual(['database', 'migrate', 'ingest', 'grafana', 'preview']);
  });

  it('should open no port to other machines and give none twice', () => {
    const ports = Object.values(services()).flatMap((service) => service.ports ?? []);
    expect(ports).toHaveLength(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(new Set(ports.map((port) => port.split(':')[1])).size).toBe(ports.length);
  });

  it('should set what the private database sets, where MySQL has it', () => {
    const ours = read('libs/private-database/src/server-options.ts');
    for (const option of [
      'transaction-isolation',
      'default-time-zone',
      'max-allowed-packet',
      'innodb-flush-log-at-trx-commit',
    ]) {
      expect(read('docker/database/testmetrics.cnf')).toContain(option);
      expect(ours).toContain(option);
    }
  });
});

interface ComposeService {
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly build?: { readonly target?: string };
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

function services(): Readonly<Record<string, ComposeService>> {
  const file: unknown = parse(read('docker/compose.yaml'), { merge: true });
  return (file as { readonly services: Readonly<Record<string, ComposeService>> }).services;
}

/** What the stage `grafana` of the Dockerfile sets with ENV. */
function fixedInGrafanaImage(): Readonly<Record<string, string>> {
  const [, stage = ''] = /^FROM \S+ AS grafana$([\s\S]*?)^FROM /m.exec(read('docker/Dockerfile')) ?? [];
  return Object.fromEntries([...stage.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]));
}

function sourcesOf(directory: string): string {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/node_modules|\.test\.ts$/.test(file))
    .map((file) => read(join(directory, file)))
    .join('\n');
}

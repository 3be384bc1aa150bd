import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { grafanaEnvironment } from './grafana-environment';

const PROVISIONING = resolve(__dirname, '../../../provisioning');

describe('grafanaEnvironment()', () => {
  const environment = grafanaEnvironment({
    port: 3000,
    directory: '/data/grafana',
    provisioning: '/srv/tm/provisioning',
    databaseUrl: 'mysql://viewer:p%40ss@127.0.0.1:3307/testmetrics',
    adminPassword: 'random',
  });

  it('should hand the datasource an account that only reads, its password as it is', () => {
    expect(environment).toMatchObject({
      TM_DB_HOST: '127.0.0.1:3307',
      TM_DB_NAME: 'testmetrics',
      TM_DB_USER: 'viewer',
      TM_DB_PASSWORD: 'p@ss',
    });
  });

  it('should show dashboards to whoever is on this machine and let nobody else near', () => {
    expect(environment).toMatchObject({
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
      GF_SECURITY_ADMIN_PASSWORD: 'random',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
    });
  });

  it('should load the plugin that nobody signed, each part by its own id', () => {
    expect(environment['GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS']).toBe(
      'testmetrics-ci-app,testmetrics-ci-datasource,testmetrics-history-panel,testmetrics-timeline-panel',
    );
    expect(environment['GF_PATHS_PLUGINS']).toBe('/data/grafana/plugins');
  });

  it('should open on the overview', () => {
    expect(environment['GF_USERS_HOME_PAGE']).toBe('/d/tm-overview');
  });

  it('should give every variable that the provisioning files name', () => {
    const files = readdirSync(PROVISIONING, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ya?ml$/.test(name),
    );
    const named = files.flatMap((name) =>
      [...readFileSync(join(PROVISIONING, name), 'utf8').matchAll(/\$\{?(TM_[A-Z_]+)/g)].map(
        ([, variable = '']) => variable,
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(environment)).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

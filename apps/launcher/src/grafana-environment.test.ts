import { grafanaEnvironment } from './grafana-environment';

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
});

import { PLUGIN_IDS } from './install-plugin';

export interface GrafanaSetup {
  readonly port: number;
  /** Grafana's own database, logs and plugins. */
  readonly directory: string;
  readonly provisioning: string;
  /** Where the dashboards' questions go; an account that can only read. */
  readonly databaseUrl: string;
  readonly adminPassword: string;
}

/** What a visitor sees first. */
export const HOME_DASHBOARD = '/d/tm-overview';

/**
 * The settings of a Grafana that shows our dashboards and nothing else to whoever is on this machine.
 *
 * The `TM_DB_…` variables are what the provisioned datasource names.
 */
export function grafanaEnvironment(setup: GrafanaSetup): Record<string, string> {
  const database = new URL(setup.databaseUrl);
  return {
    GF_PATHS_DATA: `${setup.directory}/data`,
    GF_PATHS_LOGS: `${setup.directory}/logs`,
    GF_PATHS_PLUGINS: `${setup.directory}/plugins`,
    GF_PATHS_PROVISIONING: setup.provisioning,
    // Nobody has signed what was built in this checkout.
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: PLUGIN_IDS.join(','),
    // Grafana 13 would look for newer versions of its own plugins, and some installations cannot reach anything.
    GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(setup.port),
    GF_SERVER_ROOT_URL: `http://127.0.0.1:${setup.port}/`,
    GF_USERS_HOME_PAGE: HOME_DASHBOARD,
    GF_SECURITY_ADMIN_PASSWORD: setup.adminPassword,
    GF_AUTH_ANONYMOUS_ENABLED: 'true',
    GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_LOG_MODE: 'console',
    TM_DB_HOST: `${database.hostname}:${database.port || '3306'}`,
    TM_DB_NAME: decodeURIComponent(database.pathname.slice(1)),
    TM_DB_USER: decodeURIComponent(database.username),
    TM_DB_PASSWORD: decodeURIComponent(database.password),
    TM_DASHBOARDS_DIR: `${setup.provisioning}/dashboards`,
  };
}

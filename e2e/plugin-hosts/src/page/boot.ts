/** What Grafana's libraries read from the window while they load; this file is loaded before them. */
const page = window as unknown as Record<string, unknown>;

page['__grafana_public_path__'] = '/public/';
page['grafanaBootData'] = {
  settings: { appSubUrl: '', buildInfo: { version: '', commit: '', env: 'production' }, featureToggles: {} },
  user: { orgRole: 'Admin', timezone: 'utc', locale: 'en-US', language: 'en-US', regionalFormat: 'en-US' },
  navTree: [],
};

export {};

import { EventBusSrv, type GrafanaTheme2, locationUtil } from '@grafana/data';
import {
  config,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setPluginImportUtils,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { initializeLoggersRegistry } from '@grafana/runtime/unstable';
import { type PluginRegistry } from '../plugins/plugin-registry';
import { makeDatasourceService } from './datasource-service';
import { makeFetchService } from './fetch-service';
import { fillRegistries } from './registries';
import { runRequest } from './run-request';
import { makeTemplateService } from './template-service';

/** Gives Grafana's libraries what the Grafana application gives them, as far as dashboards need it. Once, before anything is drawn. */
export function initRuntime(theme: GrafanaTheme2, plugins: PluginRegistry): void {
  config.theme2 = theme;
  initializeLoggersRegistry();
  fillRegistries();
  setAppEvents(new EventBusSrv());
  setBackendSrv(makeFetchService());
  setDataSourceSrv(makeDatasourceService(plugins));
  setTemplateSrv(makeTemplateService());
  setRunRequest(runRequest as Parameters<typeof setRunRequest>[0]);
  setPluginImportUtils({
    importPanelPlugin: (id) => plugins.panel(id),
    getPanelPluginFromCache: (id) => plugins.loadedPanel(id),
  });
  locationUtil.initialize({
    config: config as unknown as Parameters<typeof locationUtil.initialize>[0]['config'],
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: 'now-30d', to: 'now' }),
  });
}

import { EventBusSrv, type GrafanaTheme2, locationUtil } from '@grafana/data';
import {
  config,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setEchoSrv,
  setPluginImportUtils,
  setTemplateSrv,
} from '@grafana/runtime';
import { makeBackendService } from './backend-service';
import { makeDatasourceService } from './datasource-service';
import { type HostSettings } from './host-settings';
import { type PluginLoader } from './plugin-loader';
import { fillRegistries } from './registries';
import { Templates } from './template-service';

const nothing = () => undefined;

/** Gives Grafana's libraries what its application gives them. Once, before anything is drawn. */
export function initRuntime(host: HostSettings, loader: PluginLoader, theme: GrafanaTheme2): Templates {
  const templates = new Templates();
  config.theme2 = theme;
  fillRegistries();
  setAppEvents(new EventBusSrv());
  setBackendSrv(makeBackendService());
  setTemplateSrv(templates.service);
  setDataSourceSrv(makeDatasourceService(host, loader));
  setEchoSrv({ flush: nothing, addBackend: nothing, addEvent: nothing, onInteraction: () => nothing } as never);
  setPluginImportUtils({
    importPanelPlugin: (id) => loader.panel(id),
    getPanelPluginFromCache: () => undefined,
  });
  locationUtil.initialize({
    config: config as unknown as Parameters<typeof locationUtil.initialize>[0]['config'],
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: 'now-30d', to: 'now' }),
  });
  return templates;
}

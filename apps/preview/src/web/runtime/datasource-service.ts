import { type DataSourceApi, type DataSourceInstanceSettings, PluginType, type ScopedVars } from '@grafana/data';
import { type DataSourceSrv } from '@grafana/runtime';
import { MysqlDatasource } from '../datasource/mysql-datasource';

/** What dashboards call the datasource; provisioning/datasources gives it the same uid. */
const MYSQL = { type: 'mysql', uid: 'testmetrics-mysql', name: 'Test metrics MySQL' };

type Ref = string | { readonly uid?: string; readonly type?: string } | null | undefined;

/** Knows the one datasource that there is here. */
export function makeDatasourceService(): DataSourceSrv {
  const settings = mysqlSettings();
  const mysql: DataSourceApi = new MysqlDatasource(settings) as unknown as DataSourceApi;
  const isMysql = (ref: Ref) =>
    uidOf(ref) === MYSQL.uid || uidOf(ref) === MYSQL.name || ref === null || ref === undefined;
  const service = {
    get: (ref?: Ref, _scopedVars?: ScopedVars) =>
      isMysql(ref)
        ? Promise.resolve(mysql)
        : Promise.reject(new Error(`The preview has no datasource "${uidOf(ref) ?? ''}", only ${MYSQL.uid}.`)),
    getList: () => [settings],
    getInstanceSettings: (ref?: Ref) => (isMysql(ref) ? settings : undefined),
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  };
  return service as unknown as DataSourceSrv;
}

function uidOf(ref: Ref): string | undefined {
  return typeof ref === 'string' ? ref : ref?.uid;
}

function mysqlSettings(): DataSourceInstanceSettings {
  const info = {
    author: { name: '' },
    description: '',
    links: [],
    logos: { large: '', small: '' },
    screenshots: [],
    updated: '',
    version: '',
  };
  return {
    id: 1,
    ...MYSQL,
    access: 'proxy',
    readOnly: true,
    jsonData: {},
    meta: { id: 'mysql', name: 'MySQL', type: PluginType.datasource, info, module: '', baseUrl: '', metrics: true },
  };
}

import { getTemplateSrv } from '@grafana/runtime';

/** The dashboard's variables that can stand in a field; a datasource is none. */
export function variableNames(): string[] {
  return getTemplateSrv()
    .getVariables()
    .filter(({ type }) => (type as string) !== 'datasource' && (type as string) !== 'adhoc')
    .map(({ name }) => name);
}

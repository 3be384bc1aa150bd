import { type CustomVariableSupport, type DataSourceApi, type TimeRange, toDataFrame } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { type Templates, type Variable } from '../template-service';
import { type DashboardJson, type VariableJson } from './dashboard-json';
import { search } from './host';
import { runTargets } from './run-targets';

/** Gives every variable its value, one after the other since the later ones ask with those before them. */
export async function findValues(
  { templating }: DashboardJson,
  templates: Templates,
  range: TimeRange,
): Promise<readonly Variable[]> {
  const found: Variable[] = [];
  for (const json of templating?.list ?? []) {
    templates.show(found, range);
    const value = await valueOf(json, range);
    found.push({
      ...{ name: json.name, type: json.type, value },
      ...(json.allValue === undefined ? {} : { allValue: json.allValue }),
    });
  }
  templates.show(found, range);
  return found;
}

async function valueOf(json: VariableJson, range: TimeRange): Promise<string | string[]> {
  const chosen = search().getAll(`var-${json.name}`);
  if (chosen.length > 0) return chosen.length === 1 ? (chosen[0] ?? '') : chosen;
  const current = json.current?.value;
  if (current !== undefined && current !== '' && current.length > 0) return current;
  if (json.type !== 'query') return String(json.query ?? '');
  if (json.includeAll === true) return '$__all';
  return firstChoice(json, range);
}

async function firstChoice({ datasource, query }: VariableJson, range: TimeRange): Promise<string> {
  const source = await getDataSourceSrv().get(datasource);
  const support = source.variables as unknown as CustomVariableSupport<DataSourceApi>;
  const target = { refId: 'variable', ...(query as object) } as DataQuery;
  const ask = support.query.bind(support) as never;
  const { data } = await runTargets(source, { targets: [target], range, query: ask });
  const [frame] = data.map((item) => toDataFrame(item));
  const field = frame?.fields.find(({ name }) => name === 'value') ?? frame?.fields[0];
  return String(field?.values[0] ?? '');
}

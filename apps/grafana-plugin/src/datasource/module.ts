import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/config-editor';
import { QueryEditor } from './editor/query-editor';
import { type TestMetricsOptions, type TestMetricsQuery } from './query/query';
import { TestMetricsDatasource } from './test-metrics-datasource';

export const plugin = new DataSourcePlugin<TestMetricsDatasource, TestMetricsQuery, TestMetricsOptions>(
  TestMetricsDatasource,
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);

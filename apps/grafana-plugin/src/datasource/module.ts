import { DataSourcePlugin } from '@grafana/data';
import { TestMetricsDatasource } from './test-metrics-datasource';

export const plugin = new DataSourcePlugin(TestMetricsDatasource);

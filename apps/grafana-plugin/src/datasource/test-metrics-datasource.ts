import { DataSourceWithBackend } from '@grafana/runtime';

export class TestMetricsDatasource extends DataSourceWithBackend {}

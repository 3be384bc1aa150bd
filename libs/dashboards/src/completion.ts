import {
  type Completion,
  DASHBOARD_FILTER,
  dimensionOptions,
  metadataKeyOptions,
  metadataValueOptions,
  type Query,
  testOptions,
  variableLiteral,
} from '@testmetrics/questions';

/** What a variable offers: a completion of libs/questions whose fields may name other variables. */
export type SavedCompletion =
  | { readonly of: Extract<Completion, 'projects'>; readonly carries: 'key' }
  | { readonly of: 'jobs'; readonly carries: 'key'; readonly projectKeys: '${project}' }
  | { readonly of: 'branches'; readonly carries: 'key'; readonly projectKeys: '${project}'; readonly jobKeys: '${job}' }
  | { readonly of: 'tests'; readonly carries: 'key'; readonly search: '${search}' }
  | { readonly of: 'metadataKeys'; readonly carries: 'value' }
  | { readonly of: 'metadataValues'; readonly carries: 'value'; readonly metadataKey: '${key}' };

/** The same for a dashboard on plain MySQL: the other variables stay in the SQL, where Grafana fills them in. */
export function sqlOfCompletion(completion: SavedCompletion): Query {
  const { project, job } = DASHBOARD_FILTER;
  switch (completion.of) {
    case 'projects':
      return dimensionOptions('project', {});
    case 'jobs':
      return dimensionOptions('job', { project });
    case 'branches':
      return dimensionOptions('branch', { project, job });
    case 'tests':
      return testOptions(variableLiteral('search'));
    case 'metadataKeys':
      return metadataKeyOptions();
    case 'metadataValues':
      return metadataValueOptions(variableLiteral('key'));
  }
}

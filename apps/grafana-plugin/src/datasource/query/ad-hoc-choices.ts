import { type MetricFindValue } from '@grafana/data';
import { type CompletionRequest, STATUSES } from '@testmetrics/questions';
import { type Choice } from '../completion';
import { AD_HOC_KEYS, METADATA_PREFIX } from './ad-hoc-filters';

type Complete = (request: CompletionRequest) => Promise<readonly Choice[]>;

/** So many values are offered; whoever has more types the rest. */
const VALUES = 1000;

const COMPLETION_OF = { project: 'projects', job: 'jobs', branch: 'branches', test: 'tests' } as const;

/** What can be filtered by: the dimensions of runs and tests, then the keys of metadata that runs carry. */
export async function adHocKeys(complete: Complete): Promise<MetricFindValue[]> {
  const metadata = await complete({ of: 'metadataKeys', limit: VALUES });
  return [...AD_HOC_KEYS, ...metadata.map(({ value }) => `${METADATA_PREFIX}${value}`)].map((text) => ({
    text,
    value: text,
  }));
}

/** The values of one of these keys. */
export async function adHocValues(key: string, complete: Complete): Promise<MetricFindValue[]> {
  if (key === 'status') return STATUSES.map((status) => ({ text: status, value: status }));
  const choices = await complete(requestOf(key));
  return choices.map(({ text, value }) => ({ text, value }));
}

function requestOf(key: string): CompletionRequest {
  if (key.startsWith(METADATA_PREFIX)) {
    return { of: 'metadataValues', metadataKey: key.slice(METADATA_PREFIX.length), limit: VALUES };
  }
  const dimension = key as keyof typeof COMPLETION_OF;
  return { of: COMPLETION_OF[dimension], limit: VALUES };
}

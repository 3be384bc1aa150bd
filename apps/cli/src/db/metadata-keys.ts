import { DEFAULT_METADATA_KEYS } from '@testmetrics/domain';
import type { MetadataKeys } from '@testmetrics/domain';

/** The settings of the ingest service that name a run's job and the rest: a rebuild has to read metadata as it does. */
export function metadataKeysFrom(env: NodeJS.ProcessEnv): MetadataKeys {
  return {
    job: env['TESTMETRICS_JOB_KEY'] ?? DEFAULT_METADATA_KEYS.job,
    project: env['TESTMETRICS_PROJECT_KEY'] ?? DEFAULT_METADATA_KEYS.project,
    branch: env['TESTMETRICS_BRANCH_KEY'] ?? DEFAULT_METADATA_KEYS.branch,
    commit: env['TESTMETRICS_COMMIT_KEY'] ?? DEFAULT_METADATA_KEYS.commit,
    queue: DEFAULT_METADATA_KEYS.queue,
  };
}

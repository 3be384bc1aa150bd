import type { Migration } from './migration';
import { createAlembicVersion } from './20261124-01-create-alembic-version';
import { createTests } from './20261124-02-create-tests';
import { createRuns } from './20261124-03-create-runs';
import { createTestRuns } from './20261124-04-create-test-runs';
import { createRunMetadata } from './20261124-05-create-run-metadata';
import { createTestMetadata } from './20261124-06-create-test-metadata';
import { createTestRunMetadata } from './20261124-07-create-test-run-metadata';
import { createAttachments } from './20261124-08-create-attachments';
import { createDimensions } from './20261124-09-create-dimensions';
import { createSeries } from './20261124-10-create-series';
import { createLabelSets } from './20261124-11-create-label-sets';
import { createRunFacts } from './20261124-12-create-run-facts';
import { createUploads } from './20261124-13-create-uploads';
import { createAttempts } from './20261124-14-create-attempts';
import { createFailures } from './20261124-15-create-failures';
import { createRunAttachments } from './20261124-16-create-run-attachments';
import { createRollupPending } from './20261124-17-create-rollup-pending';
import { createLeases } from './20261124-18-create-leases';
import { createTestDays } from './20261124-19-create-test-days';
import { createTestDayDurations } from './20261124-20-create-test-day-durations';
import { createJobDays } from './20261124-21-create-job-days';
import { createJobDayDurations } from './20261124-22-create-job-day-durations';
import { createTestStates } from './20261124-23-create-test-states';
import { createTestMonths } from './20261125-01-create-test-months';
import { createRefusedHours } from './20261125-02-create-refused-hours';
import { createPruned } from './20261126-30-create-pruned';
import { createMetadataDays } from './20261126-31-create-metadata-days';
import { addUploadSums } from './20261126-32-add-upload-sums';
import { indexIncompleteRuns } from './20261126-33-index-incomplete-runs';
import { createTestTimings } from './20261126-40-create-test-timings';
import { coverFailuresOfTests } from './20261126-41-cover-failures-of-tests';

/** All migrations, in their order. */
export const MIGRATIONS: readonly Migration[] = [
  createAlembicVersion,
  createTests,
  createRuns,
  createTestRuns,
  createRunMetadata,
  createTestMetadata,
  createTestRunMetadata,
  createAttachments,
  createDimensions,
  createSeries,
  createLabelSets,
  createRunFacts,
  createUploads,
  createAttempts,
  createFailures,
  createRunAttachments,
  createRollupPending,
  createLeases,
  createTestDays,
  createTestDayDurations,
  createJobDays,
  createJobDayDurations,
  createTestStates,
  createTestMonths,
  createRefusedHours,
  createPruned,
  createMetadataDays,
  addUploadSums,
  indexIncompleteRuns,
  createTestTimings,
  coverFailuresOfTests,
];

import type { Sequelize } from 'sequelize';

import { initAlembicVersionModel } from './alembic-version-model';
import { initAttachmentModel } from './attachment-model';
import { initBranchModel } from './branch-model';
import { initCommitModel } from './commit-model';
import { initFailureModel } from './failure-model';
import { initJobDayDurationModel } from './job-day-duration-model';
import { initJobDayModel } from './job-day-model';
import { initJobModel } from './job-model';
import { initLabelSetModel } from './label-set-model';
import { initLeaseModel } from './lease-model';
import { initProjectModel } from './project-model';
import { initMetadataDayModel } from './metadata-day-model';
import { initMetadataKeyModel } from './metadata-key-model';
import { initMetadataValueModel } from './metadata-value-model';
import { initPrunedRunModel } from './pruned-run-model';
import { initPrunedDayModel } from './pruned-day-model';
import { initPrunedTestModel } from './pruned-test-model';
import { initPrunedPlaceModel } from './pruned-place-model';
import { initQueueModel } from './queue-model';
import { initRefusedHourModel } from './refused-hour-model';
import { initRollupPendingModel } from './rollup-pending-model';
import { initRunAttachmentModel } from './run-attachment-model';
import { initRunFactsModel } from './run-facts-model';
import { initRunMetadataModel } from './run-metadata-model';
import { initRunModel } from './run-model';
import { initSeriesModel } from './series-model';
import { initTestAttemptModel } from './test-attempt-model';
import { initTestDayDurationModel } from './test-day-duration-model';
import { initTestDayModel } from './test-day-model';
import { initTestMetadataModel } from './test-metadata-model';
import { initTestModel } from './test-model';
import { initTestMonthModel } from './test-month-model';
import { initTestRunMetadataModel } from './test-run-metadata-model';
import { initTestRunModel } from './test-run-model';
import { initTestStateModel } from './test-state-model';
import { initTestTimingModel } from './test-timing-model';
import { initUploadModel } from './upload-model';

/** Every table as a model, bound to one connection. Bulk work goes around them, through SQL of its own. */
export function initModels(sequelize: Sequelize) {
  return {
    AlembicVersion: initAlembicVersionModel(sequelize),
    Attachment: initAttachmentModel(sequelize),
    Branch: initBranchModel(sequelize),
    Commit: initCommitModel(sequelize),
    Failure: initFailureModel(sequelize),
    JobDayDuration: initJobDayDurationModel(sequelize),
    JobDay: initJobDayModel(sequelize),
    Job: initJobModel(sequelize),
    LabelSet: initLabelSetModel(sequelize),
    Lease: initLeaseModel(sequelize),
    Project: initProjectModel(sequelize),
    MetadataDay: initMetadataDayModel(sequelize),
    MetadataKey: initMetadataKeyModel(sequelize),
    MetadataValue: initMetadataValueModel(sequelize),
    PrunedRun: initPrunedRunModel(sequelize),
    PrunedDay: initPrunedDayModel(sequelize),
    PrunedTest: initPrunedTestModel(sequelize),
    PrunedPlace: initPrunedPlaceModel(sequelize),
    Queue: initQueueModel(sequelize),
    RefusedHour: initRefusedHourModel(sequelize),
    RollupPending: initRollupPendingModel(sequelize),
    RunAttachment: initRunAttachmentModel(sequelize),
    RunFacts: initRunFactsModel(sequelize),
    RunMetadata: initRunMetadataModel(sequelize),
    Run: initRunModel(sequelize),
    Series: initSeriesModel(sequelize),
    TestAttempt: initTestAttemptModel(sequelize),
    TestDayDuration: initTestDayDurationModel(sequelize),
    TestDay: initTestDayModel(sequelize),
    TestMetadata: initTestMetadataModel(sequelize),
    Test: initTestModel(sequelize),
    TestMonth: initTestMonthModel(sequelize),
    TestRunMetadata: initTestRunMetadataModel(sequelize),
    TestRun: initTestRunModel(sequelize),
    TestState: initTestStateModel(sequelize),
    TestTiming: initTestTimingModel(sequelize),
    Upload: initUploadModel(sequelize),
  };
}

export type Models = ReturnType<typeof initModels>;

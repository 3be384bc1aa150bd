import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** The newest durations of a test in a job of a project on a branch; `rollup/timing-entry.ts` says how they are packed. */
export class TestTimingModel extends Model<InferAttributes<TestTimingModel>, InferCreationAttributes<TestTimingModel>> {
  declare jobId: number;
  declare projectId: number;
  declare branchId: number;
  declare testId: number;
  declare recent: Buffer;
  declare lastSeen: Date;
  declare lastRunId: number;
  declare labelSetId: number | null;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestTimingModel(sequelize: Sequelize): typeof TestTimingModel {
  return class extends TestTimingModel {}.init(
    {
      jobId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      projectId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      branchId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      recent: { type: DataTypes.BLOB, allowNull: false },
      lastSeen: { type: DataTypes.DATE(6), allowNull: false },
      lastRunId: { type: DataTypes.BIGINT, allowNull: false },
      labelSetId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: true },
    },
    { sequelize, modelName: 'TestTiming', tableName: 'tm_test_timings' },
  );
}

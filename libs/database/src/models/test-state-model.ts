import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The last 64 results of a test in a job on a branch. */
export class TestStateModel extends Model<InferAttributes<TestStateModel>, InferCreationAttributes<TestStateModel>> {
  declare jobId: number;
  declare branchId: number;
  declare testId: number;
  declare history: string | number;
  declare flakyHistory: string | number;
  declare historyLength: number;
  declare consecutiveFails: number;
  declare firstSeen: Date;
  declare lastSeen: Date;
  declare lastPassed: CreationOptional<Date | null>;
  declare lastFailed: CreationOptional<Date | null>;
  declare lastRunId: number;
  declare lastFailedRunId: CreationOptional<number | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestStateModel(sequelize: Sequelize): typeof TestStateModel {
  return class extends TestStateModel {}.init(
    {
      jobId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      branchId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      history: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      flakyHistory: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      historyLength: { type: DataTypes.TINYINT.UNSIGNED, allowNull: false },
      consecutiveFails: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      firstSeen: { type: DataTypes.DATE(6), allowNull: false },
      lastSeen: { type: DataTypes.DATE(6), allowNull: false },
      lastPassed: { type: DataTypes.DATE(6), allowNull: true },
      lastFailed: { type: DataTypes.DATE(6), allowNull: true },
      lastRunId: { type: DataTypes.BIGINT, allowNull: false },
      lastFailedRunId: { type: DataTypes.BIGINT, allowNull: true },
    },
    { sequelize, modelName: 'TestState', tableName: 'tm_test_states' },
  );
}

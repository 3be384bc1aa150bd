import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One test's final outcome in one run. */
export class TestRunModel extends Model<InferAttributes<TestRunModel>, InferCreationAttributes<TestRunModel>> {
  declare id: CreationOptional<number>;
  declare testId: number;
  declare runId: number;
  declare status: CreationOptional<string | null>;
  declare startTime: CreationOptional<Date | null>;
  declare stopTime: CreationOptional<Date | null>;
  declare startTimeMicrosecond: CreationOptional<number | null>;
  declare stopTimeMicrosecond: CreationOptional<number | null>;
  declare tmLabelSetId: CreationOptional<number | null>;
  declare tmAttempts: CreationOptional<number>;
  declare tmFlaky: CreationOptional<number>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestRunModel(sequelize: Sequelize): typeof TestRunModel {
  return class extends TestRunModel {}.init(
    {
      id: { type: DataTypes.BIGINT, autoIncrement: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      status: { type: DataTypes.STRING(256), allowNull: true },
      startTime: { type: DataTypes.DATE, allowNull: true },
      stopTime: { type: DataTypes.DATE, allowNull: true },
      startTimeMicrosecond: { type: DataTypes.INTEGER, allowNull: true },
      stopTimeMicrosecond: { type: DataTypes.INTEGER, allowNull: true },
      tmLabelSetId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: true },
      tmAttempts: { type: DataTypes.SMALLINT.UNSIGNED, allowNull: false, defaultValue: 1 },
      tmFlaky: { type: DataTypes.TINYINT, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'TestRun', tableName: 'test_runs' },
  );
}

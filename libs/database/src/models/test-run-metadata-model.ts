import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A key and value pair of a test run. */
export class TestRunMetadataModel extends Model<
  InferAttributes<TestRunMetadataModel>,
  InferCreationAttributes<TestRunMetadataModel>
> {
  declare id: CreationOptional<number>;
  declare testRunId: number;
  declare key: CreationOptional<string | null>;
  declare value: CreationOptional<string | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestRunMetadataModel(sequelize: Sequelize): typeof TestRunMetadataModel {
  return class extends TestRunMetadataModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      testRunId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      key: { type: DataTypes.STRING(255), allowNull: true },
      value: { type: DataTypes.TEXT('medium'), allowNull: true },
    },
    { sequelize, modelName: 'TestRunMetadata', tableName: 'test_run_metadata' },
  );
}

import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A key and value pair of a test. */
export class TestMetadataModel extends Model<
  InferAttributes<TestMetadataModel>,
  InferCreationAttributes<TestMetadataModel>
> {
  declare id: CreationOptional<number>;
  declare key: CreationOptional<string | null>;
  declare value: CreationOptional<string | null>;
  declare testId: CreationOptional<number | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestMetadataModel(sequelize: Sequelize): typeof TestMetadataModel {
  return class extends TestMetadataModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      key: { type: DataTypes.STRING(255), allowNull: true },
      value: { type: DataTypes.TEXT, allowNull: true },
      testId: { type: DataTypes.BIGINT, allowNull: true },
    },
    { sequelize, modelName: 'TestMetadata', tableName: 'test_metadata' },
  );
}

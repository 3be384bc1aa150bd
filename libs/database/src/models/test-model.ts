import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A test: one name, the same across runs. */
export class TestModel extends Model<InferAttributes<TestModel>, InferCreationAttributes<TestModel>> {
  declare id: CreationOptional<number>;
  declare testId: string;
  declare runCount: CreationOptional<number | null>;
  declare success: CreationOptional<number | null>;
  declare failure: CreationOptional<number | null>;
  declare runTime: CreationOptional<number | null>;
  declare tmTimedSuccesses: CreationOptional<number>;
  declare tmTimedSeconds: CreationOptional<number>;
  declare tmTestIdHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestModel(sequelize: Sequelize): typeof TestModel {
  return class extends TestModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      testId: { type: DataTypes.TEXT('medium'), allowNull: false },
      runCount: { type: DataTypes.INTEGER, allowNull: true },
      success: { type: DataTypes.INTEGER, allowNull: true },
      failure: { type: DataTypes.INTEGER, allowNull: true },
      runTime: { type: DataTypes.DOUBLE, allowNull: true },
      tmTimedSuccesses: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false, defaultValue: 0 },
      tmTimedSeconds: { type: DataTypes.DOUBLE, allowNull: false, defaultValue: 0 },
      tmTestIdHash: { type: DataTypes.STRING(16, true) },
    },
    { sequelize, modelName: 'Test', tableName: 'tests' },
  );
}

import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One attempt of a test that had several. */
export class TestAttemptModel extends Model<
  InferAttributes<TestAttemptModel>,
  InferCreationAttributes<TestAttemptModel>
> {
  declare runId: number;
  declare testId: number;
  declare attempt: number;
  declare status: string;
  declare startedAt: CreationOptional<Date | null>;
  declare stoppedAt: CreationOptional<Date | null>;
  declare labelSetId: CreationOptional<number | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestAttemptModel(sequelize: Sequelize): typeof TestAttemptModel {
  return class extends TestAttemptModel {}.init(
    {
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      attempt: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      status: { type: DataTypes.STRING(16), allowNull: false },
      startedAt: { type: DataTypes.DATE(6), allowNull: true },
      stoppedAt: { type: DataTypes.DATE(6), allowNull: true },
      labelSetId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: true },
    },
    { sequelize, modelName: 'TestAttempt', tableName: 'tm_attempts' },
  );
}

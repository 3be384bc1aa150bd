import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A test run that failed, never ended or was flaky. */
export class FailureModel extends Model<InferAttributes<FailureModel>, InferCreationAttributes<FailureModel>> {
  declare runId: number;
  declare testId: number;
  declare seriesId: number;
  declare runAt: Date;
  declare status: string;
  declare flaky: number;
  declare message: CreationOptional<string | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initFailureModel(sequelize: Sequelize): typeof FailureModel {
  return class extends FailureModel {}.init(
    {
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      runAt: { type: DataTypes.DATE(6), allowNull: false },
      status: { type: DataTypes.STRING(16), allowNull: false },
      flaky: { type: DataTypes.TINYINT, allowNull: false },
      message: { type: DataTypes.STRING(512), allowNull: true },
    },
    { sequelize, modelName: 'Failure', tableName: 'tm_failures' },
  );
}

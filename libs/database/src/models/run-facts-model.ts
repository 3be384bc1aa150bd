import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A run's own facts and totals. */
export class RunFactsModel extends Model<InferAttributes<RunFactsModel>, InferCreationAttributes<RunFactsModel>> {
  declare runId: number;
  declare seriesId: number;
  declare jobId: number;
  declare projectId: number;
  declare branchId: number;
  declare queueId: number;
  declare commitId: number;
  declare day: string;
  declare runAt: Date;
  declare receivedAt: Date;
  declare tests: number;
  declare success: number;
  declare fail: number;
  declare skip: number;
  declare xfail: number;
  declare uxsuccess: number;
  declare unfinished: number;
  declare flaky: number;
  declare runSeconds: number;
  declare wallSeconds: number;
  declare failed: number;
  declare complete: number;
  declare infra: number;
  declare sample: CreationOptional<number>;
  declare rollupSeq: CreationOptional<number | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initRunFactsModel(sequelize: Sequelize): typeof RunFactsModel {
  return class extends RunFactsModel {}.init(
    {
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      jobId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      projectId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      branchId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      queueId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      commitId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      day: { type: DataTypes.DATEONLY, allowNull: false },
      runAt: { type: DataTypes.DATE(6), allowNull: false },
      receivedAt: { type: DataTypes.DATE(6), allowNull: false },
      tests: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      success: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      fail: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      skip: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      xfail: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      uxsuccess: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      unfinished: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      flaky: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      runSeconds: { type: DataTypes.DOUBLE, allowNull: false },
      wallSeconds: { type: DataTypes.DOUBLE, allowNull: false },
      failed: { type: DataTypes.TINYINT, allowNull: false },
      complete: { type: DataTypes.TINYINT, allowNull: false },
      infra: { type: DataTypes.TINYINT, allowNull: false },
      sample: { type: DataTypes.TINYINT, allowNull: false, defaultValue: 0 },
      rollupSeq: { type: DataTypes.BIGINT.UNSIGNED, allowNull: true },
    },
    { sequelize, modelName: 'RunFacts', tableName: 'tm_runs' },
  );
}

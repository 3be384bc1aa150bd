import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What a series did on a day. */
export class JobDayModel extends Model<InferAttributes<JobDayModel>, InferCreationAttributes<JobDayModel>> {
  declare seriesId: number;
  declare day: string;
  declare runs: number;
  declare failedRuns: number;
  declare infraRuns: number;
  declare incompleteRuns: number;
  declare emptyRuns: number;
  declare success: number;
  declare fail: number;
  declare skip: number;
  declare xfail: number;
  declare uxsuccess: number;
  declare unfinished: number;
  declare flaky: number;
  declare runSeconds: number;
  declare wallSeconds: number;
  declare timedRuns: CreationOptional<number>;
  declare uploads: CreationOptional<number>;
  declare damagedUploads: CreationOptional<number>;
  declare receivedBytes: CreationOptional<number>;
  declare streamBytes: CreationOptional<number>;
  declare events: CreationOptional<number>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initJobDayModel(sequelize: Sequelize): typeof JobDayModel {
  return class extends JobDayModel {}.init(
    {
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      day: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
      runs: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      failedRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      infraRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      incompleteRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      emptyRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      success: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      fail: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      skip: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      xfail: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      uxsuccess: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      unfinished: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      flaky: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      runSeconds: { type: DataTypes.DOUBLE, allowNull: false },
      wallSeconds: { type: DataTypes.DOUBLE, allowNull: false },
      timedRuns: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false, defaultValue: 0 },
      uploads: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false, defaultValue: 0 },
      damagedUploads: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false, defaultValue: 0 },
      receivedBytes: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false, defaultValue: 0 },
      streamBytes: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false, defaultValue: 0 },
      events: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'JobDay', tableName: 'tm_job_days' },
  );
}

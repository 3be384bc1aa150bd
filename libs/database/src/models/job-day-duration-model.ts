import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A bucket of the histogram of wall times of runs. */
export class JobDayDurationModel extends Model<
  InferAttributes<JobDayDurationModel>,
  InferCreationAttributes<JobDayDurationModel>
> {
  declare seriesId: number;
  declare day: string;
  declare bucket: number;
  declare n: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initJobDayDurationModel(sequelize: Sequelize): typeof JobDayDurationModel {
  return class extends JobDayDurationModel {}.init(
    {
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      day: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
      bucket: { type: DataTypes.TINYINT.UNSIGNED, primaryKey: true, allowNull: false },
      n: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
    },
    { sequelize, modelName: 'JobDayDuration', tableName: 'tm_job_day_durations' },
  );
}

import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A bucket of the histogram of durations of passed test runs. */
export class TestDayDurationModel extends Model<
  InferAttributes<TestDayDurationModel>,
  InferCreationAttributes<TestDayDurationModel>
> {
  declare seriesId: number;
  declare day: string;
  declare testId: number;
  declare bucket: number;
  declare n: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestDayDurationModel(sequelize: Sequelize): typeof TestDayDurationModel {
  return class extends TestDayDurationModel {}.init(
    {
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      day: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      bucket: { type: DataTypes.TINYINT.UNSIGNED, primaryKey: true, allowNull: false },
      n: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
    },
    { sequelize, modelName: 'TestDayDuration', tableName: 'tm_test_day_durations' },
  );
}

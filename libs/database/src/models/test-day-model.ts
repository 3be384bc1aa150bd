import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** What a test did on a day in a series. */
export class TestDayModel extends Model<InferAttributes<TestDayModel>, InferCreationAttributes<TestDayModel>> {
  declare seriesId: number;
  declare day: string;
  declare testId: number;
  declare success: number;
  declare fail: number;
  declare skip: number;
  declare xfail: number;
  declare uxsuccess: number;
  declare unfinished: number;
  declare flaky: number;
  declare timed: number;
  declare seconds: number;
  declare passedTimed: number;
  declare passedSeconds: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initTestDayModel(sequelize: Sequelize): typeof TestDayModel {
  return class extends TestDayModel {}.init(
    {
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      day: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      success: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      fail: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      skip: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      xfail: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      uxsuccess: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      unfinished: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      flaky: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      timed: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      seconds: { type: DataTypes.DOUBLE, allowNull: false },
      passedTimed: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      passedSeconds: { type: DataTypes.DOUBLE, allowNull: false },
    },
    { sequelize, modelName: 'TestDay', tableName: 'tm_test_days' },
  );
}

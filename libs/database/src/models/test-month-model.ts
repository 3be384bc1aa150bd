import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** What a test did in a month in a series. */
export class TestMonthModel extends Model<InferAttributes<TestMonthModel>, InferCreationAttributes<TestMonthModel>> {
  declare seriesId: number;
  /** Its first day. */
  declare month: string;
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
export function initTestMonthModel(sequelize: Sequelize): typeof TestMonthModel {
  return class extends TestMonthModel {}.init(
    {
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      month: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
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
    { sequelize, modelName: 'TestMonth', tableName: 'tm_test_months' },
  );
}

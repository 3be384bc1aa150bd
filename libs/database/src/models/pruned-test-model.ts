import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** What the test runs that are gone have added to the counters of a test. */
export class PrunedTestModel extends Model<InferAttributes<PrunedTestModel>, InferCreationAttributes<PrunedTestModel>> {
  declare testId: number;
  declare success: number;
  declare failure: number;
  declare timed: number;
  declare timedSeconds: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initPrunedTestModel(sequelize: Sequelize): typeof PrunedTestModel {
  return class extends PrunedTestModel {}.init(
    {
      testId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      success: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      failure: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      timed: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      timedSeconds: { type: DataTypes.DOUBLE, allowNull: false },
    },
    { sequelize, modelName: 'PrunedTest', tableName: 'tm_pruned_tests' },
  );
}

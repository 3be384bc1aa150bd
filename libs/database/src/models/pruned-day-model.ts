import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A day of a series of which raw rows are gone: its sums are given from then on. */
export class PrunedDayModel extends Model<InferAttributes<PrunedDayModel>, InferCreationAttributes<PrunedDayModel>> {
  declare seriesId: number;
  declare day: string;
  /** Runs whose tests are gone. */
  declare runs: number;
  /** Those of them that are gone altogether. */
  declare removedRuns: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initPrunedDayModel(sequelize: Sequelize): typeof PrunedDayModel {
  return class extends PrunedDayModel {}.init(
    {
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      day: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
      runs: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      removedRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
    },
    { sequelize, modelName: 'PrunedDay', tableName: 'tm_pruned_days' },
  );
}

import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A job on a branch of which raw rows are gone: its histories can be made again from later runs only. */
export class PrunedPlaceModel extends Model<
  InferAttributes<PrunedPlaceModel>,
  InferCreationAttributes<PrunedPlaceModel>
> {
  declare jobId: number;
  declare branchId: number;
  /** The last run that was rolled up before raw rows went. */
  declare afterSeq: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initPrunedPlaceModel(sequelize: Sequelize): typeof PrunedPlaceModel {
  return class extends PrunedPlaceModel {}.init(
    {
      jobId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      branchId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      afterSeq: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
    },
    { sequelize, modelName: 'PrunedPlace', tableName: 'tm_pruned_places' },
  );
}

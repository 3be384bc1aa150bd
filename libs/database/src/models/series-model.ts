import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One job of one project on one branch in one queue. */
export class SeriesModel extends Model<InferAttributes<SeriesModel>, InferCreationAttributes<SeriesModel>> {
  declare id: CreationOptional<number>;
  declare jobId: number;
  declare projectId: number;
  declare branchId: number;
  declare queueId: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initSeriesModel(sequelize: Sequelize): typeof SeriesModel {
  return class extends SeriesModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      jobId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      projectId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      branchId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      queueId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
    },
    { sequelize, modelName: 'Series', tableName: 'tm_series' },
  );
}

import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A run: one complete stream. */
export class RunModel extends Model<InferAttributes<RunModel>, InferCreationAttributes<RunModel>> {
  declare id: CreationOptional<number>;
  declare uuid: CreationOptional<string | null>;
  declare skips: CreationOptional<number | null>;
  declare fails: CreationOptional<number | null>;
  declare passes: CreationOptional<number | null>;
  declare runTime: CreationOptional<number | null>;
  declare artifacts: CreationOptional<string | null>;
  declare runAt: CreationOptional<Date | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initRunModel(sequelize: Sequelize): typeof RunModel {
  return class extends RunModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      uuid: { type: DataTypes.STRING(36), allowNull: true },
      skips: { type: DataTypes.INTEGER, allowNull: true },
      fails: { type: DataTypes.INTEGER, allowNull: true },
      passes: { type: DataTypes.INTEGER, allowNull: true },
      runTime: { type: DataTypes.DOUBLE, allowNull: true },
      artifacts: { type: DataTypes.TEXT, allowNull: true },
      runAt: { type: DataTypes.DATE, allowNull: true },
    },
    { sequelize, modelName: 'Run', tableName: 'runs' },
  );
}

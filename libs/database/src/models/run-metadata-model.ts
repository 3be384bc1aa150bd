import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A key and value pair of a run. */
export class RunMetadataModel extends Model<
  InferAttributes<RunMetadataModel>,
  InferCreationAttributes<RunMetadataModel>
> {
  declare id: CreationOptional<number>;
  declare key: CreationOptional<string | null>;
  declare value: CreationOptional<string | null>;
  declare runId: CreationOptional<number | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initRunMetadataModel(sequelize: Sequelize): typeof RunMetadataModel {
  return class extends RunMetadataModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      key: { type: DataTypes.STRING(255), allowNull: true },
      value: { type: DataTypes.TEXT, allowNull: true },
      runId: { type: DataTypes.BIGINT, allowNull: true },
    },
    { sequelize, modelName: 'RunMetadata', tableName: 'run_metadata' },
  );
}

import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A key of run_metadata that a run was rolled up with. */
export class MetadataKeyModel extends Model<
  InferAttributes<MetadataKeyModel>,
  InferCreationAttributes<MetadataKeyModel>
> {
  declare id: CreationOptional<number>;
  declare name: string;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initMetadataKeyModel(sequelize: Sequelize): typeof MetadataKeyModel {
  return class extends MetadataKeyModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      name: { type: DataTypes.STRING(255), allowNull: false },
    },
    { sequelize, modelName: 'MetadataKey', tableName: 'tm_metadata_keys' },
  );
}

import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A value of a key of run_metadata that a run was rolled up with. */
export class MetadataValueModel extends Model<
  InferAttributes<MetadataValueModel>,
  InferCreationAttributes<MetadataValueModel>
> {
  declare id: CreationOptional<number>;
  declare keyId: number;
  declare value: string;
  declare valueHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initMetadataValueModel(sequelize: Sequelize): typeof MetadataValueModel {
  return class extends MetadataValueModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      keyId: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      value: { type: DataTypes.TEXT, allowNull: false },
      valueHash: { type: DataTypes.STRING(16, true) },
    },
    { sequelize, modelName: 'MetadataValue', tableName: 'tm_metadata_values' },
  );
}

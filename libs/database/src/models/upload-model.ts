import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** What came over the wire. */
export class UploadModel extends Model<InferAttributes<UploadModel>, InferCreationAttributes<UploadModel>> {
  declare runId: number;
  declare contentHash: Buffer;
  declare format: string;
  declare streamBytes: number;
  declare receivedBytes: number;
  declare events: number;
  declare noiseBytes: number;
  declare damageCount: number;
  declare damage: string;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initUploadModel(sequelize: Sequelize): typeof UploadModel {
  return class extends UploadModel {}.init(
    {
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      contentHash: { type: DataTypes.STRING(32, true), allowNull: false },
      format: { type: DataTypes.STRING(8), allowNull: false },
      streamBytes: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      receivedBytes: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      events: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      noiseBytes: { type: DataTypes.BIGINT.UNSIGNED, allowNull: false },
      damageCount: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      damage: { type: DataTypes.TEXT('medium'), allowNull: false },
    },
    { sequelize, modelName: 'Upload', tableName: 'tm_uploads' },
  );
}

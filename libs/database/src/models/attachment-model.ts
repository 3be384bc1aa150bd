import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A file of a test run. */
export class AttachmentModel extends Model<InferAttributes<AttachmentModel>, InferCreationAttributes<AttachmentModel>> {
  declare id: CreationOptional<number>;
  declare testRunId: number;
  declare label: CreationOptional<string | null>;
  declare attachment: CreationOptional<Buffer | null>;
  declare tmFileName: CreationOptional<string | null>;
  declare tmContentType: CreationOptional<string | null>;
  declare tmAttempt: CreationOptional<number>;
  declare tmCutBytes: CreationOptional<number>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initAttachmentModel(sequelize: Sequelize): typeof AttachmentModel {
  return class extends AttachmentModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      testRunId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      label: { type: DataTypes.TEXT('medium'), allowNull: true },
      attachment: { type: DataTypes.BLOB('medium'), allowNull: true },
      tmFileName: { type: DataTypes.TEXT('medium'), allowNull: true },
      tmContentType: { type: DataTypes.TEXT('medium'), allowNull: true },
      tmAttempt: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false, defaultValue: 1 },
      tmCutBytes: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'Attachment', tableName: 'attachments' },
  );
}

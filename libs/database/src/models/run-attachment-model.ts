import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A file of a run that belongs to no test. */
export class RunAttachmentModel extends Model<
  InferAttributes<RunAttachmentModel>,
  InferCreationAttributes<RunAttachmentModel>
> {
  declare id: CreationOptional<number>;
  declare runId: number;
  declare name: string;
  declare contentType: CreationOptional<string | null>;
  declare content: Buffer;
  declare cutBytes: CreationOptional<number>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initRunAttachmentModel(sequelize: Sequelize): typeof RunAttachmentModel {
  return class extends RunAttachmentModel {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true, allowNull: false },
      runId: { type: DataTypes.BIGINT, allowNull: false },
      name: { type: DataTypes.TEXT('medium'), allowNull: false },
      contentType: { type: DataTypes.TEXT('medium'), allowNull: true },
      content: { type: DataTypes.BLOB('medium'), allowNull: false },
      cutBytes: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'RunAttachment', tableName: 'tm_run_attachments' },
  );
}

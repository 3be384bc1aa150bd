import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Attrs, tags and route code of attempts. */
export class LabelSetModel extends Model<InferAttributes<LabelSetModel>, InferCreationAttributes<LabelSetModel>> {
  declare id: CreationOptional<number>;
  declare labelHash: Buffer;
  declare attrs: CreationOptional<string | null>;
  declare tags: CreationOptional<string | null>;
  declare tagsJson: CreationOptional<string | null>;
  declare routeCode: CreationOptional<string | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initLabelSetModel(sequelize: Sequelize): typeof LabelSetModel {
  return class extends LabelSetModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      labelHash: { type: DataTypes.STRING(16, true), allowNull: false },
      attrs: { type: DataTypes.TEXT('medium'), allowNull: true },
      tags: { type: DataTypes.TEXT('medium'), allowNull: true },
      tagsJson: { type: DataTypes.TEXT('medium'), allowNull: true },
      routeCode: { type: DataTypes.TEXT('medium'), allowNull: true },
    },
    { sequelize, modelName: 'LabelSet', tableName: 'tm_label_sets' },
  );
}

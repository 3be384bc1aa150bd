import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The name of a branch. */
export class BranchModel extends Model<InferAttributes<BranchModel>, InferCreationAttributes<BranchModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initBranchModel(sequelize: Sequelize): typeof BranchModel {
  return class extends BranchModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      nameHash: { type: DataTypes.STRING(16, true) },
    },
    { sequelize, modelName: 'Branch', tableName: 'tm_branches' },
  );
}

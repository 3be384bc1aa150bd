import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A commit that runs were made of. */
export class CommitModel extends Model<InferAttributes<CommitModel>, InferCreationAttributes<CommitModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initCommitModel(sequelize: Sequelize): typeof CommitModel {
  return class extends CommitModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      nameHash: { type: DataTypes.STRING(16, true) },
    },
    { sequelize, modelName: 'Commit', tableName: 'tm_commits' },
  );
}

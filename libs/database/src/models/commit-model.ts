import {
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { dimensionColumns } from './dimension-columns';

/** A commit that runs were made of. */
export class CommitModel extends Model<InferAttributes<CommitModel>, InferCreationAttributes<CommitModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initCommitModel(sequelize: Sequelize): typeof CommitModel {
  return class extends CommitModel {}.init(dimensionColumns(), {
    sequelize,
    modelName: 'Commit',
    tableName: 'tm_commits',
  });
}

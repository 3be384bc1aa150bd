import {
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { dimensionColumns } from './dimension-columns';

/** The name of a branch. */
export class BranchModel extends Model<InferAttributes<BranchModel>, InferCreationAttributes<BranchModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initBranchModel(sequelize: Sequelize): typeof BranchModel {
  return class extends BranchModel {}.init(dimensionColumns(), {
    sequelize,
    modelName: 'Branch',
    tableName: 'tm_branches',
  });
}

import {
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { dimensionColumns } from './dimension-columns';

/** The name of a project. */
export class ProjectModel extends Model<InferAttributes<ProjectModel>, InferCreationAttributes<ProjectModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initProjectModel(sequelize: Sequelize): typeof ProjectModel {
  return class extends ProjectModel {}.init(dimensionColumns(), {
    sequelize,
    modelName: 'Project',
    tableName: 'tm_projects',
  });
}

import {
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { dimensionColumns } from './dimension-columns';

/** The name of a job. */
export class JobModel extends Model<InferAttributes<JobModel>, InferCreationAttributes<JobModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initJobModel(sequelize: Sequelize): typeof JobModel {
  return class extends JobModel {}.init(dimensionColumns(), { sequelize, modelName: 'Job', tableName: 'tm_jobs' });
}

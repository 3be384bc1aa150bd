import {
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { dimensionColumns } from './dimension-columns';

/** The name of a queue. */
export class QueueModel extends Model<InferAttributes<QueueModel>, InferCreationAttributes<QueueModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initQueueModel(sequelize: Sequelize): typeof QueueModel {
  return class extends QueueModel {}.init(dimensionColumns(), {
    sequelize,
    modelName: 'Queue',
    tableName: 'tm_queues',
  });
}

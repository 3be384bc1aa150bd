import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The name of a queue. */
export class QueueModel extends Model<InferAttributes<QueueModel>, InferCreationAttributes<QueueModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initQueueModel(sequelize: Sequelize): typeof QueueModel {
  return class extends QueueModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      nameHash: { type: DataTypes.STRING(16, true) },
    },
    { sequelize, modelName: 'Queue', tableName: 'tm_queues' },
  );
}

import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The name of a job. */
export class JobModel extends Model<InferAttributes<JobModel>, InferCreationAttributes<JobModel>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameHash: CreationOptional<Buffer | null>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initJobModel(sequelize: Sequelize): typeof JobModel {
  return class extends JobModel {}.init(
    {
      id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      nameHash: { type: DataTypes.STRING(16, true) },
    },
    { sequelize, modelName: 'Job', tableName: 'tm_jobs' },
  );
}

import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** The schema's version as the reference's tools know it. */
export class AlembicVersionModel extends Model<
  InferAttributes<AlembicVersionModel>,
  InferCreationAttributes<AlembicVersionModel>
> {
  declare versionNum: string;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initAlembicVersionModel(sequelize: Sequelize): typeof AlembicVersionModel {
  return class extends AlembicVersionModel {}.init(
    {
      versionNum: { type: DataTypes.STRING(32), primaryKey: true, allowNull: false },
    },
    { sequelize, modelName: 'AlembicVersion', tableName: 'alembic_version' },
  );
}

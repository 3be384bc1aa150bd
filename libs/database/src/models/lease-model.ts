import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** Who may do what at the moment. */
export class LeaseModel extends Model<InferAttributes<LeaseModel>, InferCreationAttributes<LeaseModel>> {
  declare name: string;
  declare holder: string;
  declare expiresAt: Date;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initLeaseModel(sequelize: Sequelize): typeof LeaseModel {
  return class extends LeaseModel {}.init(
    {
      name: { type: DataTypes.STRING(64), primaryKey: true, allowNull: false },
      holder: { type: DataTypes.STRING(64), allowNull: false },
      expiresAt: { type: DataTypes.DATE(6), allowNull: false },
    },
    { sequelize, modelName: 'Lease', tableName: 'tm_leases' },
  );
}

import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** Uploads refused in an hour for one reason. */
export class RefusedHourModel extends Model<
  InferAttributes<RefusedHourModel>,
  InferCreationAttributes<RefusedHourModel>
> {
  declare hour: Date;
  /** The problem's code, as in the reply that the client got. */
  declare code: string;
  declare refused: number;
  declare newestAt: Date;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initRefusedHourModel(sequelize: Sequelize): typeof RefusedHourModel {
  return class extends RefusedHourModel {}.init(
    {
      hour: { type: DataTypes.DATE, primaryKey: true, allowNull: false },
      code: { type: DataTypes.STRING(64), primaryKey: true, allowNull: false },
      refused: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      newestAt: { type: DataTypes.DATE(6), allowNull: false },
    },
    { sequelize, modelName: 'RefusedHour', tableName: 'tm_refused_hours' },
  );
}

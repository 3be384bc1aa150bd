import { DataTypes } from 'sequelize';

/** Every dimension has the same columns; each model gets its own, since Sequelize writes into what it is given. */
export function dimensionColumns() {
  return {
    id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    nameHash: { type: DataTypes.STRING(16, true) },
  };
}

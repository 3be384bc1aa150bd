import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A run that is not rolled up yet. */
export class RollupPendingModel extends Model<
  InferAttributes<RollupPendingModel>,
  InferCreationAttributes<RollupPendingModel>
> {
  declare runId: number;
  declare runAt: Date;
  declare again: CreationOptional<number>;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initRollupPendingModel(sequelize: Sequelize): typeof RollupPendingModel {
  return class extends RollupPendingModel {}.init(
    {
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      runAt: { type: DataTypes.DATE(6), allowNull: false },
      again: { type: DataTypes.TINYINT, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'RollupPending', tableName: 'tm_rollup_pending' },
  );
}

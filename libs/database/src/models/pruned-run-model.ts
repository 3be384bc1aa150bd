import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A run whose tests are gone, by age or because the tool that wrote it had expired them; its row in runs may be gone as well. */
export class PrunedRunModel extends Model<InferAttributes<PrunedRunModel>, InferCreationAttributes<PrunedRunModel>> {
  declare runId: number;
  /** 1 = the rows are gone, 0 = they are leaving. */
  declare cleaned: number;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initPrunedRunModel(sequelize: Sequelize): typeof PrunedRunModel {
  return class extends PrunedRunModel {}.init(
    {
      runId: { type: DataTypes.BIGINT, primaryKey: true, allowNull: false },
      cleaned: { type: DataTypes.TINYINT, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'PrunedRun', tableName: 'tm_pruned_runs' },
  );
}

import { DataTypes, Model, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** What the runs of a series on a day did that carry a metadata value. */
export class MetadataDayModel extends Model<
  InferAttributes<MetadataDayModel>,
  InferCreationAttributes<MetadataDayModel>
> {
  declare keyId: number;
  declare day: string;
  declare valueId: number;
  declare seriesId: number;
  declare runs: number;
  declare failedRuns: number;
  declare timedRuns: number;
  declare success: number;
  declare fail: number;
  declare skip: number;
  declare xfail: number;
  declare uxsuccess: number;
  declare unfinished: number;
  declare flaky: number;
  declare runSeconds: number;
  declare wallSeconds: number;
  /** When the newest of the runs began. */
  declare newestAt: Date;
}

/** A class of its own for each connection, so that two databases can be open at once. */
export function initMetadataDayModel(sequelize: Sequelize): typeof MetadataDayModel {
  return class extends MetadataDayModel {}.init(
    {
      keyId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      day: { type: DataTypes.DATEONLY, primaryKey: true, allowNull: false },
      valueId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      seriesId: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, allowNull: false },
      runs: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      failedRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      timedRuns: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      success: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      fail: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      skip: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      xfail: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      uxsuccess: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      unfinished: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      flaky: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
      runSeconds: { type: DataTypes.DOUBLE, allowNull: false },
      wallSeconds: { type: DataTypes.DOUBLE, allowNull: false },
      newestAt: { type: DataTypes.DATE(6), allowNull: false },
    },
    { sequelize, modelName: 'MetadataDay', tableName: 'tm_metadata_days' },
  );
}

import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { migrateOptions } from './migrations';
import { addOptions } from './option-editors';
import { type TimelineOptions } from './options';
import { TimelinePanel } from './timeline-panel';

/** Links are made of the fields `test` and `test_key`; nothing is colored or formatted by fields. */
const USED: readonly FieldConfigProperty[] = [FieldConfigProperty.Links, FieldConfigProperty.NoValue];

export const plugin = new PanelPlugin<TimelineOptions>(TimelinePanel)
  .setPanelOptions(addOptions)
  .setMigrationHandler(({ options }) => migrateOptions(options))
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((name) => !USED.includes(name)),
  });

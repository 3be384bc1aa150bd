import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { migrateOptions } from './migrations';
import { addOptions } from './option-editors';
import { type TimelineOptions } from './options';
import { TimelinePanel } from './timeline-panel';

export const plugin = new PanelPlugin<TimelineOptions>(TimelinePanel)
  .setPanelOptions(addOptions)
  .setMigrationHandler(({ options }) => migrateOptions(options))
  // Links are made of the fields `test` and `test_key`; nothing is colored or formatted by fields.
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((name) => name !== FieldConfigProperty.Links),
  });

import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { HistoryPanel } from './history-panel';
import { migrateOptions, optionsOfOtherPanel } from './migrations';
import { addOptions } from './option-editors';
import { type HistoryOptions } from './options';
import { suggestHistory } from './suggestions';

/** Links are made of fields, and there is a text for no data; nothing is colored or formatted by fields. */
const USED_OF_FIELDS = [FieldConfigProperty.Links, FieldConfigProperty.NoValue];

export const plugin = new PanelPlugin<HistoryOptions>(HistoryPanel)
  .setPanelOptions(addOptions)
  .setMigrationHandler(({ options }) => migrateOptions(options))
  .setPanelChangeHandler((_panel, _from, options) => optionsOfOtherPanel(options))
  .setSuggestionsSupplier(suggestHistory)
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((name) => !USED_OF_FIELDS.includes(name)),
  });

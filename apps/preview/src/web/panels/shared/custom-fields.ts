import { type FieldConfigEditorBuilder, identityOverrideProcessor } from '@grafana/data';

const NO_EDITOR = () => null;

/** Makes a panel's own field settings known with their defaults; overrides of unknown ones would be dropped. */
export function customFields(defaults: Readonly<Record<string, unknown>>) {
  return (builder: FieldConfigEditorBuilder<Record<string, unknown>>) => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({
        id: path,
        path,
        name: path,
        defaultValue,
        editor: NO_EDITOR,
        override: NO_EDITOR,
        process: identityOverrideProcessor,
        shouldApply: () => true,
      } as never);
    }
  };
}

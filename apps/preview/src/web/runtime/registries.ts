import {
  booleanOverrideProcessor,
  type DataTransformerInfo,
  type FieldConfigPropertyItem,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

type Processor = FieldConfigPropertyItem['process'];

/** The settings that every field may have, and how an override of each becomes a value. Nothing is edited here. */
const STANDARD: Readonly<Record<string, unknown>> = {
  displayName: displayNameOverrideProcessor,
  unit: unitOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  fieldMinMax: booleanOverrideProcessor,
  decimals: numberOverrideProcessor,
  color: identityOverrideProcessor,
  noValue: stringOverrideProcessor,
  links: dataLinksOverrideProcessor,
  actions: identityOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  description: stringOverrideProcessor,
  filterable: booleanOverrideProcessor,
};

/** The forms that plugins may ask for when they list their options; the list is read, the forms are never shown. */
const EDITORS = [
  ...['text', 'number', 'slider', 'boolean', 'radio', 'select', 'multi-select', 'strings', 'color', 'fieldColor'],
  ...['unit', 'links', 'actions', 'mappings', 'thresholds', 'timezone', 'fieldName', 'field-name', 'dashboard-uid'],
  'stats-picker',
];

const NO_EDITOR = () => null;

/** A setting of fields, without the form that would edit it. */
export function fieldProperty(path: string, process: unknown, extra: Partial<FieldConfigPropertyItem> = {}) {
  const item = { id: path, path, name: path, editor: NO_EDITOR, override: NO_EDITOR, shouldApply: () => true };
  return { ...item, process: process as Processor, ...extra } as FieldConfigPropertyItem;
}

/** Fills the registries without which Grafana's libraries drop overrides and transformations. */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(() =>
    Object.entries(STANDARD).map(([path, process]) => fieldProperty(path, process)),
  );
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: NO_EDITOR })));
  standardTransformersRegistry.setInit(() => transformers());
}

function transformers() {
  const byId = new Map<string, DataTransformerInfo>();
  for (const item of Object.values(standardTransformers)) byId.set(item.id, item as DataTransformerInfo);
  return [...byId.values()].map((item) => ({
    id: item.id,
    name: item.name,
    transformation: () => Promise.resolve(item),
    editor: NO_EDITOR,
    imageDark: '',
    imageLight: '',
  }));
}

import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

/** The settings that every field may have, and how an override of each becomes a value. */
const STANDARD: Readonly<Record<string, unknown>> = {
  displayName: displayNameOverrideProcessor,
  unit: unitOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  decimals: numberOverrideProcessor,
  color: identityOverrideProcessor,
  noValue: stringOverrideProcessor,
  links: dataLinksOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  description: stringOverrideProcessor,
  filterable: booleanOverrideProcessor,
  // Core panels' own settings, which our dashboards use in overrides.
  ...Object.fromEntries(
    ['custom.hideFrom.viz', 'custom.width', 'custom.hidden', 'custom.cellOptions'].map((path) => [
      path,
      identityOverrideProcessor,
    ]),
  ),
};

const EDITORS = [
  ...['text', 'number', 'slider', 'boolean', 'radio', 'select', 'multi-select', 'strings', 'color', 'fieldColor'],
  ...[
    'unit',
    'links',
    'mappings',
    'thresholds',
    'timezone',
    'fieldName',
    'field-name',
    'dashboard-uid',
    'stats-picker',
  ],
];

const NO_EDITOR = () => null;

/** Fills the registries that Grafana's application fills when it starts; the forms themselves are not shown here. */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(() => fieldSettings() as never);
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: NO_EDITOR })) as never);
  standardTransformersRegistry.setInit(() => []);
}

function fieldSettings() {
  return Object.entries(STANDARD).map(([path, process]) => ({
    id: path,
    path: path.replace('custom.', ''),
    name: path,
    isCustom: path.startsWith('custom.'),
    editor: NO_EDITOR,
    override: NO_EDITOR,
    process,
    shouldApply: () => true,
    getItemsCount: () => 0,
  }));
}

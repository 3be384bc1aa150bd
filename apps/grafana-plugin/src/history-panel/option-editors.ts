import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { CLICKS, DEFAULT_OPTIONS, type HistoryOptions, NEWEST_SIDES, SIZE_LIMITS, SORTS } from './options';
import { CLICK_LABELS, EDITOR_TEXTS, NEWEST_LABELS, SORT_DESCRIPTIONS, SORT_LABELS } from './texts';

type Builder = PanelOptionsEditorBuilder<HistoryOptions>;

/** The panel's options as Grafana's editor shows them. */
export function addOptions(builder: Builder): void {
  addRows(builder);
  addCells(builder);
  addLinks(builder);
}

function addRows(builder: Builder): void {
  const category = [EDITOR_TEXTS.tests];
  builder
    .addSelect({
      ...{ path: 'sort', category, defaultValue: DEFAULT_OPTIONS.sort, ...EDITOR_TEXTS.sort },
      settings: {
        options: SORTS.map((value) => ({ value, label: SORT_LABELS[value], description: SORT_DESCRIPTIONS[value] })),
      },
    })
    .addBooleanSwitch({
      ...{ path: 'onlyFailing', category, defaultValue: DEFAULT_OPTIONS.onlyFailing, ...EDITOR_TEXTS.onlyFailing },
    })
    .addBooleanSwitch({
      ...{
        path: 'mergePrefixes',
        category,
        defaultValue: DEFAULT_OPTIONS.mergePrefixes,
        ...EDITOR_TEXTS.mergePrefixes,
      },
    })
    .addBooleanSwitch({
      ...{ path: 'showControls', category, defaultValue: DEFAULT_OPTIONS.showControls, ...EDITOR_TEXTS.showControls },
    })
    .addBooleanSwitch({
      ...{ path: 'showLegend', category, defaultValue: DEFAULT_OPTIONS.showLegend, ...EDITOR_TEXTS.showLegend },
    });
}

function addCells(builder: Builder): void {
  const category = [EDITOR_TEXTS.cells];
  builder
    .addRadio({
      ...{ path: 'newest', category, defaultValue: DEFAULT_OPTIONS.newest, ...EDITOR_TEXTS.newest },
      settings: { options: NEWEST_SIDES.map((value) => ({ value, label: NEWEST_LABELS[value] })) },
    })
    .addNumberInput({
      ...{ path: 'rowHeight', category, defaultValue: DEFAULT_OPTIONS.rowHeight, ...EDITOR_TEXTS.rowHeight },
      settings: { ...SIZE_LIMITS.rowHeight, integer: true },
    })
    .addNumberInput({
      ...{ path: 'cellWidth', category, defaultValue: DEFAULT_OPTIONS.cellWidth, ...EDITOR_TEXTS.cellWidth },
      settings: { min: 0, max: SIZE_LIMITS.cellWidth.max, integer: true },
    })
    .addNumberInput({
      ...{ path: 'nameWidth', category, defaultValue: DEFAULT_OPTIONS.nameWidth, ...EDITOR_TEXTS.nameWidth },
      settings: { min: 0, max: SIZE_LIMITS.nameWidth.max, integer: true },
    });
}

function addLinks(builder: Builder): void {
  const category = [EDITOR_TEXTS.links];
  builder
    .addRadio({
      ...{ path: 'click', category, defaultValue: DEFAULT_OPTIONS.click, ...EDITOR_TEXTS.click },
      settings: { options: CLICKS.map((value) => ({ value, label: CLICK_LABELS[value] })) },
    })
    .addTextInput({
      ...{ path: 'testLink', category, defaultValue: DEFAULT_OPTIONS.testLink, ...EDITOR_TEXTS.testLink },
      settings: { placeholder: '/d/tm-test?var-test=${__data.fields.test_key}' },
    })
    .addTextInput({
      ...{ path: 'runLink', category, defaultValue: DEFAULT_OPTIONS.runLink, ...EDITOR_TEXTS.runLink },
      settings: { placeholder: 'https://ci.example.org/${__data.fields.run}' },
    })
    .addBooleanSwitch({
      ...{ path: 'defaultLinks', category, defaultValue: DEFAULT_OPTIONS.defaultLinks, ...EDITOR_TEXTS.defaultLinks },
    });
}

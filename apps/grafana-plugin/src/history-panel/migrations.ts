import { CLICKS, DEFAULT_OPTIONS, type HistoryOptions, NEWEST_SIDES, SIZE_LIMITS, SORTS } from './options';

/**
 * The options of a saved panel, whatever version or hand wrote them. What is missing or makes no sense becomes the
 * default, sizes are brought within their limits; what is not known is dropped.
 */
export function migrateOptions(saved: unknown): HistoryOptions {
  const found = asRecord(saved);
  return {
    sort: oneOf(SORTS, found['sort'], DEFAULT_OPTIONS.sort),
    onlyFailing: booleanOr(found['onlyFailing'], DEFAULT_OPTIONS.onlyFailing),
    showControls: booleanOr(found['showControls'], DEFAULT_OPTIONS.showControls),
    showLegend: booleanOr(found['showLegend'], DEFAULT_OPTIONS.showLegend),
    mergePrefixes: booleanOr(found['mergePrefixes'], DEFAULT_OPTIONS.mergePrefixes),
    newest: oneOf(NEWEST_SIDES, found['newest'], DEFAULT_OPTIONS.newest),
    rowHeight: within('rowHeight', found['rowHeight']) || DEFAULT_OPTIONS.rowHeight,
    cellWidth: within('cellWidth', found['cellWidth']),
    nameWidth: within('nameWidth', found['nameWidth']),
    click: oneOf(CLICKS, found['click'], DEFAULT_OPTIONS.click),
    testLink: textOr(found['testLink'], DEFAULT_OPTIONS.testLink),
    runLink: textOr(found['runLink'], DEFAULT_OPTIONS.runLink),
    defaultLinks: booleanOr(found['defaultLinks'], DEFAULT_OPTIONS.defaultLinks),
  };
}

/** What can be kept where another panel becomes this one: whether it had a legend. */
export function optionsOfOtherPanel(options: unknown): Partial<HistoryOptions> {
  const legend = asRecord(asRecord(options)['legend']);
  return typeof legend['showLegend'] === 'boolean' ? { showLegend: legend['showLegend'] } : {};
}

/** 0, which lets the panel decide, where there is no size. */
function within(name: keyof typeof SIZE_LIMITS, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return 0;
  const { min, max } = SIZE_LIMITS[name];
  return Math.min(max, Math.max(min, Math.round(value)));
}

function oneOf<Value>(known: readonly Value[], value: unknown, otherwise: Value): Value {
  return known.find((each) => each === value) ?? otherwise;
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value.trim() : otherwise;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

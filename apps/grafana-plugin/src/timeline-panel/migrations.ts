import { DEFAULT_OPTIONS, DETAILS_PLACES, TIME_AXES, type TimelineOptions } from './options';

/** The options of a saved panel, whatever version or hand wrote them: what is missing or makes no sense becomes the default. */
export function migrateOptions(saved: unknown): TimelineOptions {
  const { attachmentsVariable, showOverview, showIdle, showChain, timeAxis, detailsPlace } = asRecord(saved);
  return {
    attachmentsVariable:
      typeof attachmentsVariable === 'string' ? variableName(attachmentsVariable) : DEFAULT_OPTIONS.attachmentsVariable,
    showOverview: booleanOr(showOverview, DEFAULT_OPTIONS.showOverview),
    showIdle: booleanOr(showIdle, DEFAULT_OPTIONS.showIdle),
    showChain: booleanOr(showChain, DEFAULT_OPTIONS.showChain),
    timeAxis: TIME_AXES.find((known) => known === timeAxis) ?? DEFAULT_OPTIONS.timeAxis,
    detailsPlace: DETAILS_PLACES.find((known) => known === detailsPlace) ?? DEFAULT_OPTIONS.detailsPlace,
  };
}

/** People write a variable as they use it: `$test_key`, `${test_key}` or `var-test_key`. */
function variableName(text: string): string {
  return text
    .trim()
    .replace(/^(\$\{|\$|var-)/, '')
    .replace(/\}$/, '');
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

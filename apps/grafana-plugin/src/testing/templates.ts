import { type SqlTemplates } from '../datasource/query/sql-texts';

type Values = Readonly<Record<string, string | readonly string[]>>;

const VARIABLE = /\$\{(\w+)(?::(\w+))?\}|\$(\w+)|\[\[(\w+)\]\]/g;

/**
 * Stands in for Grafana's template service: it fills variables in once, hands values to the format function, and leaves
 * names that it does not know as they are. `raw` texts are put in without a format, as Grafana does with a custom "All".
 */
export function fakeTemplates(values: Values, raw: Values = {}): SqlTemplates {
  return {
    replace: (text, _scopedVars, format) =>
      text.replace(VARIABLE, (whole, braced?: string, _format?: string, plain?: string, bracketed?: string) => {
        const name = braced ?? plain ?? bracketed ?? '';
        const inserted = raw[name];
        if (inserted !== undefined) return String(inserted);
        const value = values[name];
        if (value === undefined) return whole;
        return format?.(value, { multi: Array.isArray(value) }) ?? String(value);
      }),
  };
}

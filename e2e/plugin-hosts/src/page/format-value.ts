type Format = string | ((value: unknown, variable: unknown) => string) | undefined;

/** A variable's value in one of the formats that Grafana has for it. */
export function formatValue(name: string, value: unknown, format: Format, isAll = false): string {
  const values = [value].flat().map((item) => String(item ?? ''));
  if (typeof format === 'function') return format(value, { name, multi: Array.isArray(value), includeAll: true });
  if (format === 'queryparam') {
    const shown = isAll ? ['$__all'] : values;
    return shown.map((item) => `var-${name}=${encodeURIComponent(item)}`).join('&');
  }
  if (format === 'pipe') return values.join('|');
  if (format === 'json') return JSON.stringify(values);
  if (format === 'percentencode') return encodeURIComponent(values.join(','));
  if (format === 'lucene') return values.map((item) => item.replace(/[\\"() \s]/g, '\\$&')).join(' OR ');
  if (format === undefined || format === 'glob')
    return values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`;
  return values.join(',');
}

const DATA = /\$\{__data\.fields(?:\.([^}:[\]]+)|\["([^"]+)"\]|\['([^']+)'\]|\[(\d+)\])(?::([a-z]+))?\}/g;

export interface TemplateSources {
  /** A value of the row that the link belongs to, by the name of its column or by its number. */
  readonly field: (name: string) => unknown;
  /** Grafana's variables. It gets the author's text only, never data: a test called `${job}` stays what it is called. */
  readonly replace: (text: string) => string;
}

/**
 * An address with `${__data.fields.NAME}` (also `["NAME"]`, `[0]`) filled in. Values are encoded for use in an address,
 * unless `:raw` says that they are addresses themselves.
 */
export function fillTemplate(template: string, { field, replace }: TemplateSources): string {
  let filled = '';
  let end = 0;
  for (const match of template.matchAll(DATA)) {
    const [token, plain, double, single, index, format] = match;
    const value = field(plain ?? double ?? single ?? index ?? '');
    const text = value === null || value === undefined ? '' : String(value);
    filled += replace(template.slice(end, match.index)) + (format === 'raw' ? text : encode(text));
    end = match.index + token.length;
  }
  return filled + replace(template.slice(end));
}

/** Text that `encodeURIComponent` refuses, with half characters in it, gets signs in their place. */
export function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

const VARIABLE = /\$\{([a-z_]+)(?::([a-z]+))?\}/g;

export interface TimeSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** The SQL as Grafana would send it: variables first, then macros. Throws where it knows one of them not. */
export function fillIn(sql: string, variables: ReadonlyMap<string, string>, span: TimeSpan): string {
  const filled = sql.replace(VARIABLE, (whole, name: string, format: string | undefined) => {
    const value = variables.get(name);
    if (value === undefined) throw new Error(`Expected a value for every variable, found none for ${whole}.`);
    return formatted(value, format);
  });
  const done = filled
    .replaceAll('$__timeFrom()', `FROM_UNIXTIME(${span.fromSeconds})`)
    .replaceAll('$__timeTo()', `FROM_UNIXTIME(${span.toSeconds})`);
  const left = /\$(?:__)?\w+/.exec(done.replace(/'[^']*'|"[^"]*"/g, ''));
  if (left !== null) throw new Error(`Expected only $__timeFrom() and $__timeTo(), found ${left[0]}.`);
  return done;
}

function formatted(value: string, format: string | undefined): string {
  if (format === 'lucene') return value.replace(/[+\-=&|><!(){}[\]^"~*?:\\/ ]/g, '\\$&');
  if (format === 'sqlstring') return `'${value.replaceAll("'", "''")}'`;
  if (format === 'singlequote') return `'${value.replaceAll("'", "\\'")}'`;
  return value;
}
